/** PostgreSQL with pgvector, SQS and S3 on the machine of a person, so that nothing else has to be installed. */
@NullMarked
package dev.caffeinecode.embedded;

import org.jspecify.annotations.NullMarked;
