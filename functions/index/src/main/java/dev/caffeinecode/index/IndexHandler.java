package dev.caffeinecode.index;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.caffeinecode.platform.queue.DeliveryProcessor;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.search.EmbeddingQueue;
import dev.caffeinecode.sqs.SqsBatches;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Entry point of the index function: makes the code graph of snapshots, and what can be searched. */
public final class IndexHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
    @Inject
    SqsBatches batches;

    @Inject
    StepRunner steps;

    @Inject
    IndexStep index;

    @Inject
    SearchStep search;

    @Inject
    EmbedStep embed;

    public IndexHandler() {}

    /** @param context of the process, where several functions share one */
    public IndexHandler(ApplicationContext context) {
        super(context);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        return batches.process(Snapshots.INDEX_QUEUE, event, this::take);
    }

    private void take(Message message) {
        switch (message.type()) {
            case Snapshots.INDEX -> steps.run(message, index);
            case Snapshots.SEARCH -> steps.run(message, search);
            case EmbeddingQueue.EMBED -> steps.run(message, embed);
            default -> throw DeliveryProcessor.unknownType(message);
        }
    }
}
