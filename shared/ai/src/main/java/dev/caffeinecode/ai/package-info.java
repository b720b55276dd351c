/** Language models, and what their answers cost. */
@NullMarked
package dev.caffeinecode.ai;

import org.jspecify.annotations.NullMarked;
