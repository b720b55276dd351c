/** The part of event source mappings: messages of a queue become events of a function. */
@NullMarked
package dev.caffeinecode.local.queue;

import org.jspecify.annotations.NullMarked;
