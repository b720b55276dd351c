/** What every function needs and no capability owns. */
@NullMarked
package dev.caffeinecode.platform;

import org.jspecify.annotations.NullMarked;
