/** How hard models are asked by all workers together. */
@NullMarked
package dev.caffeinecode.ai.rate;

import org.jspecify.annotations.NullMarked;
