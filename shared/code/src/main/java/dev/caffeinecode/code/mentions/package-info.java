/**
 * What the files of a repository say about things that may be defined elsewhere, before it is known where: imports, and the
 * names they call, extend and use.
 */
@NullMarked
package dev.caffeinecode.code.mentions;

import org.jspecify.annotations.NullMarked;
