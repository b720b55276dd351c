package dev.caffeinecode.clone;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.caffeinecode.platform.queue.Delivery;
import dev.caffeinecode.platform.queue.DeliveryProcessor;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.repository.Repositories;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

import java.util.List;

/** Entry point of the clone function: clones repositories, and deletes what is left of deleted ones. */
public final class CloneHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
    @Inject
    DeliveryProcessor deliveries;

    @Inject
    StepRunner steps;

    @Inject
    CloneStep clone;

    @Inject
    Purge purge;

    public CloneHandler() {}

    /** @param context of the process, where several functions share one */
    public CloneHandler(ApplicationContext context) {
        super(context);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        List<Delivery> batch =
                event.getRecords().stream().map(CloneHandler::delivery).toList();
        List<String> failed = deliveries.process(Repositories.CLONE_QUEUE, batch, this::take);
        return new SQSBatchResponse(failed.stream().map(BatchItemFailure::new).toList());
    }

    private void take(Message message) {
        switch (message.type()) {
            case Repositories.CLONE -> steps.run(message, clone);
            case Repositories.PURGE -> purge.take(message);
            default -> throw DeliveryProcessor.unknownType(message);
        }
    }

    private static Delivery delivery(SQSMessage message) {
        return new Delivery(
                message.getMessageId(),
                message.getReceiptHandle(),
                message.getBody(),
                Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1")));
    }
}
