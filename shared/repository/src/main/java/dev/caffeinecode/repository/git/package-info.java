/** One commit fetched within limits, and its files. */
@NullMarked
package dev.caffeinecode.repository.git;

import org.jspecify.annotations.NullMarked;
