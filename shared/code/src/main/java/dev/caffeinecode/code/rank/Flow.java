package dev.caffeinecode.code.rank;

import java.util.Arrays;

/** Which share of a node's importance goes to which other, by the node that gets it. */
final class Flow {
    /** Where the shares of each node begin, and behind them the end of all. */
    private final int[] starts;

    private final int[] sources;
    private final float[] shares;

    private Flow(int[] starts, int[] sources, float[] shares) {
        this.starts = starts;
        this.sources = sources;
        this.shares = shares;
    }

    static Flow of(Transitions transitions, int nodes) {
        int[] starts = new int[nodes + 1];
        transitions.each((_, to, _) -> starts[to + 1]++);
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] sources = new int[starts[nodes]];
        float[] shares = new float[starts[nodes]];
        transitions.each((from, to, share) -> {
            int at = next[to]++;
            sources[at] = from;
            shares[at] = (float) share;
        });
        return new Flow(starts, sources, shares);
    }

    /** Lets importance flow until next to nothing changes; what flows nowhere goes back to the seeds. */
    double[] settle(Seeds seeds, double damping, double tolerance, int maxSteps) {
        int nodes = starts.length - 1;
        double[] now = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            now[node] = seeds.of(node);
        }
        double[] next = new double[nodes];
        for (int step = 0; step < maxSteps; step++) {
            double changed = step(now, next, seeds, damping);
            double[] before = now;
            now = next;
            next = before;
            if (changed <= tolerance) {
                break;
            }
        }
        return now;
    }

    private double step(double[] now, double[] next, Seeds seeds, double damping) {
        double given = 0;
        for (int node = 0; node < next.length; node++) {
            double sum = 0;
            for (int i = starts[node]; i < starts[node + 1]; i++) {
                sum += now[sources[i]] * shares[i];
            }
            next[node] = damping * sum;
            given += next[node];
        }
        double changed = 0;
        for (int node = 0; node < next.length; node++) {
            next[node] += (1 - given) * seeds.of(node);
            changed += Math.abs(next[node] - now[node]);
        }
        return changed;
    }
}
