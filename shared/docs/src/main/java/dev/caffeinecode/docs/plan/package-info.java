/** Which pages a run has, and what goes into each. */
@NullMarked
package dev.caffeinecode.docs.plan;

import org.jspecify.annotations.NullMarked;
