package dev.caffeinecode.ai;

import java.util.ArrayList;
import java.util.List;

/**
 * One question to a model, without tools: nothing that the text asks for can be done.
 *
 * @param system what the model is to be and do; the same for all pages of a run, so that providers can cache it
 * @param turns what was said so far, oldest first: the user begins, the two take turns, and the user has the last word,
 *     because newer models refuse to go on from an answer of their own
 * @param maxOutputTokens what the answer may need at most; providers reserve it from the quota
 */
public record Prompt(String system, List<Turn> turns, int maxOutputTokens) {
    public Prompt {
        turns = List.copyOf(turns);
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException("maxOutputTokens is at least 1: " + maxOutputTokens);
        }
        if (turns.size() % 2 == 0) {
            throw new IllegalArgumentException("a prompt ends with the user's turn, not with number " + turns.size());
        }
        for (int i = 0; i < turns.size(); i++) {
            Speaker expected = i % 2 == 0 ? Speaker.USER : Speaker.MODEL;
            if (turns.get(i).speaker() != expected) {
                throw new IllegalArgumentException("turn " + i + " is not the " + expected.label() + "'s");
            }
        }
    }

    /** Asks something once: this page's facts and source. */
    public Prompt(String system, String user, int maxOutputTokens) {
        this(system, List.of(Turn.user(user)), maxOutputTokens);
    }

    /** Who says something. */
    public enum Speaker {
        USER("user"),
        MODEL("model");

        private final String label;

        Speaker(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What one of the two says.
     *
     * @param text not blank, which providers refuse
     */
    public record Turn(Speaker speaker, String text) {
        public Turn {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a turn says something");
            }
        }

        public static Turn user(String text) {
            return new Turn(Speaker.USER, text);
        }

        public static Turn model(String text) {
            return new Turn(Speaker.MODEL, text);
        }
    }

    /** Returns this question, the answer it got, and what is asked next. */
    public Prompt then(String answer, String next) {
        List<Turn> longer = new ArrayList<>(turns);
        longer.add(Turn.model(answer));
        longer.add(Turn.user(next));
        return new Prompt(system, longer, maxOutputTokens);
    }

    /** Returns the same question with room for a longer or shorter answer. */
    public Prompt within(int otherMaxOutputTokens) {
        return new Prompt(system, turns, otherMaxOutputTokens);
    }

    /** Returns all that the user said. */
    public String user() {
        StringBuilder text = new StringBuilder();
        for (Turn turn : turns) {
            if (turn.speaker() == Speaker.USER) {
                text.append(text.isEmpty() ? "" : "\n").append(turn.text());
            }
        }
        return text.toString();
    }
}
