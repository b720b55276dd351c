/** Pages written by a model. */
@NullMarked
package dev.caffeinecode.docs.prompt;

import org.jspecify.annotations.NullMarked;
