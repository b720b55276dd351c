package dev.caffeinecode.repository;

import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;

import java.util.UUID;
import java.util.function.Consumer;

/** Does steps as the functions do. */
final class Claims {
    private final StepRunner runner;

    Claims(StepRunner runner) {
        this.runner = runner;
    }

    /** What a step throws comes out, whatever its code. */
    void take(String type, UUID id, Consumer<Claim> work) {
        runner.run(Message.of(type, id), new StepRunner.Work() {
            @Override
            public void run(Claim claim) {
                work.accept(claim);
            }

            @Override
            public void giveUp(Claim claim, ProblemException why) {
                throw why;
            }
        });
    }
}
