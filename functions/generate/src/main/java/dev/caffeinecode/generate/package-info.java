/** Plans a run, writes its pages, assembles the wiki. */
@NullMarked
package dev.caffeinecode.generate;

import org.jspecify.annotations.NullMarked;
