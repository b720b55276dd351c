/** The wiki as files. */
@NullMarked
package dev.caffeinecode.docs.export;

import org.jspecify.annotations.NullMarked;
