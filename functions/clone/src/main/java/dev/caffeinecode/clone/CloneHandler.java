package dev.caffeinecode.clone;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.caffeinecode.platform.queue.DeliveryProcessor;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.repository.Repositories;
import dev.caffeinecode.sqs.SqsBatches;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Entry point of the clone function: clones repositories, and deletes what is left of deleted ones. */
public final class CloneHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
    @Inject
    SqsBatches batches;

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
        return batches.process(Repositories.CLONE_QUEUE, event, this::take);
    }

    private void take(Message message) {
        switch (message.type()) {
            case Repositories.CLONE -> steps.run(message, clone);
            case Repositories.PURGE -> purge.take(message);
            default -> throw DeliveryProcessor.unknownType(message);
        }
    }
}
