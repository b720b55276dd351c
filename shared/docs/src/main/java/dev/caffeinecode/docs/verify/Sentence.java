package dev.caffeinecode.docs.verify;

import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.citation.CitationResolver.Mark;

import java.util.List;

/**
 * A sentence of a draft with its citations, or a whole heading or row.
 *
 * @param start offset in the draft
 * @param end offset after its last citation
 * @param marks citations in it, by their offsets in the draft
 * @param code spans in it, without backticks
 * @param prose the rest of it
 * @param words of that
 */
record Sentence(int start, int end, List<Mark> marks, List<String> code, String prose, int words) {
    Sentence {
        marks = List.copyOf(marks);
        code = List.copyOf(code);
    }

    List<Citation> citations() {
        return marks.stream().flatMap(mark -> mark.citations().stream()).toList();
    }

    List<String> unresolved() {
        return marks.stream().flatMap(mark -> mark.unresolved().stream()).toList();
    }
}
