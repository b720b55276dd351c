package dev.caffeinecode.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A line for each step: what it is, how far it is, how long it took. On a terminal the line moves while the step goes on. */
final class Progress {
    private static final int WIDTH = 78;

    private final PrintWriter out;
    private final boolean terminal;
    private String step = "";
    private long startNanos;
    private String last = "";

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void begin(String name) {
        step = name;
        startNanos = System.nanoTime();
        last = "";
        show("");
    }

    /** Says how far the step is. */
    void show(String state) {
        if (terminal && !state.equals(last)) {
            out.print("\r" + pad(line(state)));
            out.flush();
        }
        last = state;
    }

    /** Ends the step's line. */
    void end(String result) {
        out.println((terminal ? "\r" : "") + (terminal ? pad(line(result)) : line(result)).stripTrailing());
        out.flush();
    }

    private String line(String state) {
        Duration time = Duration.ofNanos(System.nanoTime() - startNanos);
        return String.format(Locale.ROOT, "%-9s %6.1f s  %s", step, time.toMillis() / 1_000.0, state);
    }

    private static String pad(String line) {
        return line.length() >= WIDTH ? line : line + " ".repeat(WIDTH - line.length());
    }
}
