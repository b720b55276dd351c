package dev.caffeinecode.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Closes something once, completely even in a thread that is asked to give up, and never throws. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private boolean done;

    /** What has to happen. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException, InterruptedException;
    }

    /** The second caller waits for the first: a shutdown hook must not let the JVM go while it is at work. */
    synchronized void once(ProcessLock lock, Step step) {
        if (done) {
            return;
        }
        done = true;
        boolean interrupted = Thread.interrupted();
        try (lock) {
            step.run();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("PostgreSQL may not have stopped cleanly");
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
