/** Lambda's part: handlers invoked with the JSON that AWS sends. */
@NullMarked
package dev.caffeinecode.local.lambda;

import org.jspecify.annotations.NullMarked;
