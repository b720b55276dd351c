/** Pages from facts alone, without a model. */
@NullMarked
package dev.caffeinecode.docs.outline;

import org.jspecify.annotations.NullMarked;
