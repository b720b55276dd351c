/** The caffeine command. */
@NullMarked
package dev.caffeinecode.local.cli;

import org.jspecify.annotations.NullMarked;
