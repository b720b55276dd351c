package dev.caffeinecode.index;

import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.search.EmbeddingQueue;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Embeds one batch of chunks. */
@Singleton
class EmbedStep implements StepRunner.Work {
    private static final Logger LOG = LoggerFactory.getLogger(EmbedStep.class);

    private final EmbeddingQueue embeddings;

    EmbedStep(EmbeddingQueue embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public void run(Claim claim) {
        int embedded = embeddings.embed(claim);
        LOG.atInfo().addKeyValue(LogKeys.COUNT, embedded).log("chunks embedded");
    }

    @Override
    public void giveUp(Claim claim, ProblemException why) {
        LOG.atError()
                .setCause(why)
                .addKeyValue(LogKeys.CODE, why.code().label())
                .log("chunks cannot be embedded; the next sync tries again");
        embeddings.giveUp(claim, why);
    }
}
