package dev.caffeinecode.generate;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.caffeinecode.docs.run.Runs;
import dev.caffeinecode.platform.queue.Delivery;
import dev.caffeinecode.platform.queue.DeliveryProcessor;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.StepRunner;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

import java.util.List;

/** Entry point of the generate function: plans runs, writes pages, assembles wikis. */
public final class GenerateHandler extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
    @Inject
    DeliveryProcessor deliveries;

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
        List<Delivery> batch =
                event.getRecords().stream().map(GenerateHandler::delivery).toList();
        List<String> failed = deliveries.process(Runs.GENERATE_QUEUE, batch, this::take);
        return new SQSBatchResponse(failed.stream().map(BatchItemFailure::new).toList());
    }

    private void take(Message message) {
        switch (message.type()) {
            case Runs.PLAN -> steps.run(message, plan);
            case Runs.PAGE -> steps.run(message, page);
            case Runs.ASSEMBLE -> steps.run(message, assemble);
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
