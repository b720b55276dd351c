@NullMarked
package dev.caffeinecode.infra;

import org.jspecify.annotations.NullMarked;
