/** Work that is queued, claimed, kept alive, finished once and taken over when its worker dies. */
@NullMarked
package dev.caffeinecode.platform.step;

import org.jspecify.annotations.NullMarked;
