/** What asking models may cost and has cost. */
@NullMarked
package dev.caffeinecode.ai.spend;

import org.jspecify.annotations.NullMarked;
