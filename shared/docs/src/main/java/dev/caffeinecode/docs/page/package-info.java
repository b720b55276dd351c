/** Pages of a run, and the store of contents that runs share. */
@NullMarked
package dev.caffeinecode.docs.page;

import org.jspecify.annotations.NullMarked;
