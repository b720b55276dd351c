/** What the code graph of a repository looks like to a person: as text, JSON, a diagram, a page. */
@NullMarked
package dev.caffeinecode.local.graph;

import org.jspecify.annotations.NullMarked;
