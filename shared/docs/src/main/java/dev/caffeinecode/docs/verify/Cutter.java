package dev.caffeinecode.docs.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes out of a draft what does not stand, and marks what readers should look at twice. */
public final class Cutter {
    /** What stands after a sentence that the lines it cites do not show. */
    public static final String MARK = " *(not shown by the lines cited)*";

    /** Taking out a citation may leave others without one, a heading without a text. */
    private static final int MAX_ROUNDS = 6;

    private final Verifier verifier;

    public Cutter(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * What is left.
     *
     * @param markdown in which every name exists and every statement cites something; blank when that is nothing
     * @param cut how many sentences, paragraphs, items and rows were taken out
     * @param citationsRemoved how many citations that do not resolve were in them
     */
    public record Rest(String markdown, int cut, int citationsRemoved) {}

    /** @param verdict that of the draft */
    public Rest cut(String draft, Verdict verdict) {
        String text = draft;
        Verdict current = verdict;
        int cut = 0;
        int citations = 0;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Finding.Place> places = places(current, Finding.Remedy.CUT);
            String shorter = EmptySections.without(without(text, places));
            if (shorter.equals(text)) {
                return new Rest(marked(text, current), cut, citations);
            }
            cut += places.size();
            citations += (int) current.findings().stream()
                    .filter(Finding.UnresolvedCitation.class::isInstance)
                    .count();
            text = shorter;
            current = verifier.check(text);
        }
        // A text that still holds what must go is none.
        return places(current, Finding.Remedy.CUT).isEmpty()
                ? new Rest(marked(text, current), cut, citations)
                : new Rest("", cut, citations);
    }

    /** Those that one thing is to be done to: in order, apart from each other, none twice. */
    private static List<Finding.Place> places(Verdict verdict, Finding.Remedy remedy) {
        List<Finding.Place> sorted = verdict.findings().stream()
                .filter(finding -> finding.remedy() == remedy)
                .map(Finding::place)
                .sorted(Comparator.comparingInt(Finding.Place::start)
                        .thenComparing(
                                Comparator.comparingInt(Finding.Place::end).reversed()))
                .toList();
        List<Finding.Place> apart = new ArrayList<>();
        for (Finding.Place place : sorted) {
            if (apart.isEmpty() || place.start() >= apart.getLast().end()) {
                apart.add(place);
            }
        }
        return apart;
    }

    private static String without(String text, List<Finding.Place> places) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Finding.Place place : places) {
            rest.append(text, from, place.start());
            from = place.end();
            boolean spaceAfter = from < text.length() && text.charAt(from) == ' ';
            if (spaceAfter && !rest.isEmpty() && rest.charAt(rest.length() - 1) == ' ') {
                from++;
            }
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** Marks sentences from the last to the first, so that the offsets stay true. */
    private static String marked(String text, Verdict verdict) {
        StringBuilder result = new StringBuilder(text);
        for (Finding.Place place : places(verdict, Finding.Remedy.MARK).reversed()) {
            int at = place.end();
            while (at > place.start() && " |\t\r\n".indexOf(text.charAt(at - 1)) >= 0) {
                at--; // into the last cell of a row
            }
            result.insert(at, MARK);
        }
        return result.toString();
    }
}
