package dev.caffeinecode.docs.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Boxes and arrows as a Mermaid flowchart, in a grammar so small that it always parses and does nothing but show: quoted
 * labels without markup, arrows with numbers, no links, styles or directives. What is not in it is no diagram to us,
 * whoever wrote it.
 *
 * @param boxes their labels, in plain text
 * @param arrows between them
 */
public record Flowchart(List<String> boxes, List<Arrow> arrows) {
    /** More show nothing. */
    public static final int MAX_BOXES = 60;

    public static final int MAX_ARROWS = 120;
    private static final int MAX_LABEL = 80;

    /** All that mermaid's quoted texts and the Markdown in them take as it is; the rest is written as its number. */
    private static final String PLAIN = " ./-";

    private static final String HEADER = "flowchart LR";
    private static final Pattern BOX =
            Pattern.compile(" {4}n(?<number>[0-9]{1,3})\\[\"(?<label>(?:[\\p{L}\\p{Nd} ./-]|#[0-9]{1,7};)++)\"]");
    private static final Pattern ARROW =
            Pattern.compile(" {4}n(?<from>[0-9]{1,3}) -->\\|(?<count>[0-9]{1,9})\\| n(?<to>[0-9]{1,3})");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9]{1,7});");

    /** A list in Markdown, which Mermaid does not show. */
    private static final Pattern LIST = Pattern.compile("^(?:[0-9]+\\.|-)");

    /**
     * One box uses another.
     *
     * @param from index of a box
     * @param to index of a box
     * @param count what stands at the arrow
     */
    public record Arrow(int from, int to, int count) {}

    public Flowchart {
        boxes = boxes.stream().map(Flowchart::shortened).toList();
        arrows = List.copyOf(arrows);
        int count = boxes.size();
        boolean good = arrows.stream().allMatch(each -> isIndex(each.from(), count) && isIndex(each.to(), count));
        if (!good || count > MAX_BOXES || arrows.size() > MAX_ARROWS) {
            throw new IllegalArgumentException(count + " boxes and " + arrows.size() + " arrows are no flowchart");
        }
    }

    private static boolean isIndex(int index, int count) {
        return index >= 0 && index < count;
    }

    /** Mermaid takes no empty label. */
    private static String shortened(String label) {
        if (label.isEmpty()) {
            return " ";
        }
        return label.codePointCount(0, label.length()) <= MAX_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, MAX_LABEL - 1)) + "\u2026";
    }

    /** Returns a text as it may stand between quotes. */
    public static String label(String text) {
        StringBuilder label = new StringBuilder();
        Matcher list = LIST.matcher(text);
        int marker = list.find() ? list.end() - 1 : -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean letter = Character.isLetter(c) || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
            if (i != marker && (letter || PLAIN.indexOf(c) >= 0)) {
                label.appendCodePoint(c);
            } else {
                label.append('#').append(c).append(';');
            }
        }
        return label.toString();
    }

    /** Returns the source of the diagram, each statement on a line. */
    public String mermaid() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < boxes.size(); i++) {
            text.append("    n")
                    .append(i + 1)
                    .append("[\"")
                    .append(label(boxes.get(i)))
                    .append("\"]\n");
        }
        for (Arrow arrow : arrows) {
            text.append("    n").append(arrow.from() + 1).append(" -->|").append(arrow.count());
            text.append("| n").append(arrow.to() + 1).append('\n');
        }
        return text.toString();
    }

    /** Returns what a source shows; empty if it is not what {@link #mermaid} writes. */
    public static Optional<Flowchart> parse(String source) {
        List<String> lines = source.lines().limit(MAX_BOXES + MAX_ARROWS + 2L).toList();
        List<String> boxes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Matcher box = BOX.matcher(line);
            Matcher arrow = ARROW.matcher(line);
            if (box.matches() && arrows.isEmpty() && number(box, "number") == boxes.size() + 1) {
                boxes.add(unescaped(String.valueOf(box.group("label"))));
            } else if (arrow.matches()) {
                arrows.add(new Arrow(number(arrow, "from") - 1, number(arrow, "to") - 1, number(arrow, "count")));
            } else {
                return Optional.empty();
            }
        }
        try {
            Flowchart chart = new Flowchart(boxes, arrows);
            return Optional.of(chart).filter(each -> each.mermaid().equals(source));
        } catch (IllegalArgumentException e) { // an arrow from nowhere, or too many
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(String.valueOf(matcher.group(group)));
    }

    private static String unescaped(String label) {
        return ESCAPE.matcher(label).replaceAll(escape -> {
            int c = Integer.parseInt(String.valueOf(escape.group(1)));
            return Matcher.quoteReplacement(Character.isValidCodePoint(c) ? Character.toString(c) : "?");
        });
    }
}
