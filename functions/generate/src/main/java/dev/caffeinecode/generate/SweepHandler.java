package dev.caffeinecode.generate;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.platform.telemetry.LogKeys;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entry point of the sweep function: on a schedule, sends again what a crash left unsent or unfinished. */
public final class SweepHandler extends MicronautRequestHandler<ScheduledEvent, @Nullable Void> {
    private static final Logger LOG = LoggerFactory.getLogger(SweepHandler.class);

    @Inject
    Steps steps;

    public SweepHandler() {}

    /** @param context of the process, where several functions share one */
    public SweepHandler(ApplicationContext context) {
        super(context);
    }

    @Override
    public @Nullable Void execute(ScheduledEvent event) {
        int sent = steps.sweep();
        if (sent > 0) {
            LOG.atWarn().addKeyValue(LogKeys.COUNT, sent).log("abandoned steps were sent again");
        }
        return null;
    }
}
