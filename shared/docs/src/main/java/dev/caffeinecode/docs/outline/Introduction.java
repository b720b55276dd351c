package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Summaries;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a README says first, quoted. The editor takes out what cannot be shown. */
final class Introduction {
    /** A link reference definition, which may stand anywhere; CommonMark 0.31, section 4.7. */
    private static final Pattern DEFINITION = Pattern.compile(" {0,3}\\[[^\\]]+]:\\s*\\S.*");

    private static final int MAX_DEFINITIONS = 200;

    private Introduction() {}

    /** Empty when the README says nothing. */
    static String of(String path, TextLines text, int maxLines) {
        List<Integer> lines = Readme.of(path, text).introduction(text, maxLines);
        if (lines.isEmpty()) {
            return "";
        }
        String quoted = lines.stream().map(number -> "> " + text.line(number)).collect(Collectors.joining("\n"));
        return quoted + definitions(text) + "\n\n"
                + CitationMark.of(path, new LineRange(lines.getFirst(), lines.getLast())) + "\n\n";
    }

    /** The first sentence, escaped; empty when the README says nothing. */
    static String sentence(TextLines text) {
        List<Integer> lines = Readme.of("README", text).introduction(text, 4);
        String prose = lines.stream()
                .map(text::line)
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        return Summaries.of(prose + definitions(text));
    }

    /** What links in the quotation refer to; they are not shown themselves. */
    private static String definitions(TextLines text) {
        return IntStream.rangeClosed(1, text.count())
                .mapToObj(text::line)
                .filter(line -> DEFINITION.matcher(line).matches())
                .limit(MAX_DEFINITIONS)
                .map(line -> "\n" + line)
                .collect(Collectors.joining("", "\n", ""));
    }
}
