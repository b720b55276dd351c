package dev.caffeinecode.docs.verify;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.names.NameIndex;
import dev.caffeinecode.docs.citation.Sources;
import dev.caffeinecode.docs.markdown.LinkPolicy;

import java.util.List;

/**
 * What a draft may rest on, and what was asked for.
 *
 * @param names those of the graph
 * @param sources text of the snapshot's files
 * @param links where links may lead; anchors in the page itself are no matter of it
 * @param files that the page is about; names that stand in them are known, whatever they are the names of
 * @param titles of the pages below; a paragraph with one of them in bold or code rests on that page
 * @param language English name of the language asked for
 * @param headings that were planned, without marks
 */
public record Material(
        CodeGraph graph,
        NameIndex names,
        Sources sources,
        LinkPolicy links,
        List<String> files,
        List<String> titles,
        String language,
        List<String> headings) {
    public Material {
        files = List.copyOf(files);
        titles = List.copyOf(titles);
        headings = List.copyOf(headings);
    }
}
