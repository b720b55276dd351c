/** The files of one commit, kept in S3 and read one by one. */
@NullMarked
package dev.caffeinecode.repository.archive;

import org.jspecify.annotations.NullMarked;
