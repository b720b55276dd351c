/** How the files of a repository are parted into modules that can be documented one by one. */
@NullMarked
package dev.caffeinecode.code.modules;

import org.jspecify.annotations.NullMarked;
