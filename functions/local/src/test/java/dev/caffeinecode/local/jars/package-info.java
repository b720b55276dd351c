@NullMarked
package dev.caffeinecode.local.jars;

import org.jspecify.annotations.NullMarked;
