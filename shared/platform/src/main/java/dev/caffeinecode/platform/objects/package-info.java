/** Files in S3. */
@NullMarked
package dev.caffeinecode.platform.objects;

import org.jspecify.annotations.NullMarked;
