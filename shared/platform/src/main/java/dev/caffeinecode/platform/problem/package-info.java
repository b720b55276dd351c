/** Every way a request or a step can fail, and the one exception that carries it. */
@NullMarked
package dev.caffeinecode.platform.problem;

import org.jspecify.annotations.NullMarked;
