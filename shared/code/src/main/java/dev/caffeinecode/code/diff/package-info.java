/** What changed from one commit's code graph to another's. */
@NullMarked
package dev.caffeinecode.code.diff;

import org.jspecify.annotations.NullMarked;
