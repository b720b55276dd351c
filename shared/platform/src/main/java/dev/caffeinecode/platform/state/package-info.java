/** States as text, with their legal transitions. */
@NullMarked
package dev.caffeinecode.platform.state;

import org.jspecify.annotations.NullMarked;
