/** Runs: one build of the documentation of one snapshot with one template. */
@NullMarked
package dev.caffeinecode.docs.run;

import org.jspecify.annotations.NullMarked;
