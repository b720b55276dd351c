package dev.caffeinecode.sqs;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.caffeinecode.platform.queue.Delivery;
import dev.caffeinecode.platform.queue.DeliveryProcessor;
import dev.caffeinecode.platform.queue.Message;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.function.Consumer;

/** Takes the batches that an event source mapping with {@code ReportBatchItemFailures} invokes a function with. */
@Singleton
public final class SqsBatches {
    private final DeliveryProcessor deliveries;

    SqsBatches(DeliveryProcessor deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * Takes each message of a batch by itself, so that one that fails does not bring back the others.
     *
     * @param queue that the function takes, by its name in the configuration
     * @param work does what one message asks for; throws {@code DeliveryProcessor.unknownType} for what it does not know
     * @return the messages that are to come again; empty when all are done with
     */
    public SQSBatchResponse process(String queue, SQSEvent event, Consumer<Message> work) {
        List<Delivery> batch =
                event.getRecords().stream().map(SqsBatches::delivery).toList();
        List<String> failed = deliveries.process(queue, batch, work);
        return new SQSBatchResponse(failed.stream().map(BatchItemFailure::new).toList());
    }

    private static Delivery delivery(SQSMessage message) {
        return new Delivery(
                message.getMessageId(),
                message.getReceiptHandle(),
                message.getBody(),
                Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1")));
    }
}
