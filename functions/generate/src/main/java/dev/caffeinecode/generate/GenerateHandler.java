package dev.caffeinecode.generate;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.caffeinecode.docs.run.Runs;
import dev.caffeinecode.platform.queue.DeliveryProcessor;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.sqs.SqsBatches;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Entry point of the generate function: plans runs, writes pages, assembles wikis. */
public final class GenerateHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
    @Inject
    SqsBatches batches;

    @Inject
    StepRunner steps;

    @Inject
    PlanStep plan;

    @Inject
    PageStep page;

    @Inject
    AssembleStep assemble;

    public GenerateHandler() {}

    /** @param context of the process, where several functions share one */
    public GenerateHandler(ApplicationContext context) {
        super(context);
    }

    @Override
    public SQSBatchResponse execute(SQSEvent event) {
        return batches.process(Runs.GENERATE_QUEUE, event, this::take);
    }

    private void take(Message message) {
        switch (message.type()) {
            case Runs.PLAN -> steps.run(message, plan);
            case Runs.PAGE -> steps.run(message, page);
            case Runs.ASSEMBLE -> steps.run(message, assemble);
            default -> throw DeliveryProcessor.unknownType(message);
        }
    }
}
