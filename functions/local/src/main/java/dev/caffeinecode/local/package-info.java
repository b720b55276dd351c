/** All functions in one process. */
@NullMarked
package dev.caffeinecode.local;

import org.jspecify.annotations.NullMarked;
