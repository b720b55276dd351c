/** Calls of models as workers make them: paid for, in turn, again when the model stumbles. */
@NullMarked
package dev.caffeinecode.ai.calls;

import org.jspecify.annotations.NullMarked;
