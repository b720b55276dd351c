/** Names used in logs. */
@NullMarked
package dev.caffeinecode.platform.telemetry;

import org.jspecify.annotations.NullMarked;
