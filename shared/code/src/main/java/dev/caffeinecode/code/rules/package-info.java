/**
 * What people state about files by patterns: attributes, charsets, what to read at all. {@code .gitignore} has no say: it
 * speaks of files that are not in a commit, and git does not apply it to those that are.
 */
@NullMarked
package dev.caffeinecode.code.rules;

import org.jspecify.annotations.NullMarked;
