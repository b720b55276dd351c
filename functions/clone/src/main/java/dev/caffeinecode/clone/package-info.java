/** From a git URL to the snapshot of one commit in S3. */
@NullMarked
package dev.caffeinecode.clone;

import org.jspecify.annotations.NullMarked;
