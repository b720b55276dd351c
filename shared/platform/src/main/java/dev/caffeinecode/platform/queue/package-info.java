/** Messages between the steps: sent through the outbox, taken one at a time. */
@NullMarked
package dev.caffeinecode.platform.queue;

import org.jspecify.annotations.NullMarked;
