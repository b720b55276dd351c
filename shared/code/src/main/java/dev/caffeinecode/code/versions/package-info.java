/** The versions of packages that files fix for others: lock files for all, parent manifests for those below them. */
@NullMarked
package dev.caffeinecode.code.versions;

import org.jspecify.annotations.NullMarked;
