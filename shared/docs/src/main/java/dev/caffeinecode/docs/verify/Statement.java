package dev.caffeinecode.docs.verify;

import dev.caffeinecode.docs.citation.Citation;

import java.util.ArrayList;
import java.util.List;

/** A block of a draft that says something of its own. */
final class Statement {
    /** With fewer words beside names and citations, a block names something and states nothing. */
    private static final int FEWEST_WORDS = 4;

    /** Of each neighbour; more are no proof of anything. */
    private static final int MAX_BORROWED = 20;

    /** What it is. */
    enum Kind {
        PARAGRAPH,
        ITEM,
        ROW,
        /** The first row of a table; what is wrong in it is wrong with all of the table. */
        TABLE_HEAD,
        HEADING
    }

    private final Kind kind;
    private final int line;
    private final int start;
    private final int end;
    private final List<Sentence> sentences;
    private final boolean introduces;
    private final List<Citation> citations;
    private final int words;
    private final boolean onlyCites;
    private final List<Statement> lenders = new ArrayList<>();

    /**
     * @param line of the draft, from 1
     * @param start of what is taken out when nothing of it stands
     * @param introduces whether it ends in a colon and what follows is not a paragraph
     */
    Statement(Kind kind, int line, int start, int end, List<Sentence> sentences, boolean introduces) {
        this.kind = kind;
        this.line = line;
        this.start = start;
        this.end = end;
        this.sentences = List.copyOf(sentences);
        this.introduces = introduces;
        this.citations = sentences.stream()
                .flatMap(sentence -> sentence.citations().stream())
                .toList();
        this.words = sentences.stream().mapToInt(Sentence::words).sum();
        this.onlyCites = words <= 1
                && !citations.isEmpty()
                && sentences.stream().allMatch(sentence -> sentence.code().isEmpty());
    }

    Kind kind() {
        return kind;
    }

    int line() {
        return line;
    }

    Finding.Place place() {
        return new Finding.Place(line, start, end);
    }

    Finding.Place place(Sentence sentence) {
        return kind == Kind.TABLE_HEAD || kind == Kind.HEADING || kind == Kind.ROW
                ? place()
                : new Finding.Place(line, sentence.start(), sentence.end());
    }

    List<Sentence> sentences() {
        return sentences;
    }

    boolean introduces() {
        return introduces;
    }

    /** Nothing but citations: they are of the block before it. */
    boolean onlyCites() {
        return onlyCites;
    }

    boolean states() {
        return (kind == Kind.PARAGRAPH || kind == Kind.ITEM || kind == Kind.ROW) && words >= FEWEST_WORDS;
    }

    List<Citation> citations() {
        return citations;
    }

    /** The first citations that stand beside it: where its list or table is introduced, or after it. */
    List<Citation> borrowed() {
        return lenders.stream()
                .flatMap(lender -> lender.citations.stream().limit(MAX_BORROWED))
                .toList();
    }

    void borrow(Statement lender) {
        lenders.add(lender);
    }
}
