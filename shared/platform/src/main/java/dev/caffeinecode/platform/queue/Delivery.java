package dev.caffeinecode.platform.queue;

/**
 * One message as SQS delivers it.
 *
 * @param receiptHandle names this delivery, not the message
 * @param receiveCount 1 at the first delivery
 */
public record Delivery(String messageId, String receiptHandle, String body, int receiveCount) {}
