package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.citation.CitationMark;

import java.util.List;
import java.util.stream.Collectors;

/** What a README says first, quoted. The editor takes out what cannot be shown. */
final class Introduction {
    private Introduction() {}

    /** Empty when the README says nothing. */
    static String of(String path, TextLines text, int maxLines) {
        List<Integer> lines = Readme.of(path, text).introduction(text, maxLines);
        if (lines.isEmpty()) {
            return "";
        }
        String quoted = lines.stream().map(number -> "> " + text.line(number)).collect(Collectors.joining("\n"));
        return quoted + "\n\n" + CitationMark.of(path, new LineRange(lines.getFirst(), lines.getLast())) + "\n\n";
    }
}
