/** The Java side of {@code scripts/bench-graph}. */
@NullMarked
package dev.caffeinecode.code.bench;

import org.jspecify.annotations.NullMarked;
