/** JSON between the parts of the process. */
@NullMarked
package dev.caffeinecode.local.json;

import org.jspecify.annotations.NullMarked;
