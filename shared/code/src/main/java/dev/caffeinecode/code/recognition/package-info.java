/** What a file is, by its name and first lines: its language, its role, and whether a person wrote it. */
@NullMarked
package dev.caffeinecode.code.recognition;

import org.jspecify.annotations.NullMarked;
