/** Disk space for one piece of work. */
@NullMarked
package dev.caffeinecode.platform.scratch;

import org.jspecify.annotations.NullMarked;
