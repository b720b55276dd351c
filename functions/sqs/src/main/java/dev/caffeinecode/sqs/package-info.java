/** The transport of the functions that take queues: batches of SQS messages as AWS Lambda hands them over. */
@NullMarked
package dev.caffeinecode.sqs;

import org.jspecify.annotations.NullMarked;
