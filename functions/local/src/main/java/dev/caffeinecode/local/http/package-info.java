/** API Gateway's part: HTTP requests become the events that the API function takes. */
@NullMarked
package dev.caffeinecode.local.http;

import org.jspecify.annotations.NullMarked;
