/** Which URLs are cloned. */
@NullMarked
package dev.caffeinecode.repository.url;

import org.jspecify.annotations.NullMarked;
