/** What can be found in a repository: its symbols and chunks, by name and by meaning. */
@NullMarked
package dev.caffeinecode.search;

import org.jspecify.annotations.NullMarked;
