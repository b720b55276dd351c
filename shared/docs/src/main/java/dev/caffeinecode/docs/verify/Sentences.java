package dev.caffeinecode.docs.verify;

import dev.caffeinecode.docs.citation.CitationResolver.Mark;

import java.util.ArrayList;
import java.util.List;

/** Divides text into sentences. What cites after a full stop belongs to the sentence before it. */
final class Sentences {
    private static final String ENDS = ".!?";

    /** They end a sentence without a space after them. */
    private static final String WIDE_ENDS = "\u3002\uff01\uff1f";

    private static final String CLOSING = "\"')*_\u201d\u2019\u00bb";

    private final String draft;
    private final int end;
    private final List<Mark> marks;
    private final List<Sentence> sentences = new ArrayList<>();
    private int mark;

    private Sentences(String draft, int end, List<Mark> marks) {
        this.draft = draft;
        this.end = end;
        this.marks = marks;
    }

    /** @param marks of that part of the draft, in order */
    static List<Sentence> split(String draft, int start, int end, List<Mark> marks) {
        Sentences sentences = new Sentences(draft, end, marks);
        int from = start;
        while (from < end) {
            int to = sentences.endOf(from);
            Sentence sentence = sentences.take(from, to);
            if (sentence.words() > 0
                    || !sentence.code().isEmpty()
                    || !sentence.marks().isEmpty()) {
                sentences.sentences.add(sentence);
            }
            from = to;
        }
        return sentences.sentences;
    }

    /** All of it as one. */
    static Sentence one(String draft, int start, int end, List<Mark> marks) {
        return new Sentences(draft, end, marks).take(start, end);
    }

    private int endOf(int from) {
        int at = from;
        int next = mark;
        while (at < end) {
            if (next < marks.size() && marks.get(next).start() == at) {
                at = marks.get(next++).end();
            } else if (endsAt(at)) {
                return withCitations(closed(at + 1), next);
            } else {
                at++;
            }
        }
        return end;
    }

    private boolean endsAt(int at) {
        char c = draft.charAt(at);
        if (WIDE_ENDS.indexOf(c) >= 0) {
            return true;
        }
        if (ENDS.indexOf(c) < 0) {
            return false;
        }
        int next = closed(at + 1);
        if (next >= end) {
            return true;
        }
        if (!Character.isWhitespace(draft.charAt(next))) {
            return false;
        }
        while (next < end && Character.isWhitespace(draft.charAt(next))) {
            next++;
        }
        return next >= end || !Character.isLowerCase(draft.charAt(next)); // as after "e.g."
    }

    private int closed(int from) {
        int at = from;
        while (at < end && CLOSING.indexOf(draft.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int withCitations(int from, int firstMark) {
        int to = from;
        int next = firstMark;
        int at = from;
        while (next < marks.size()) {
            while (at < end && " ,;\t".indexOf(draft.charAt(at)) >= 0) {
                at++;
            }
            Mark following = marks.get(next);
            if (following.start() != at || following.isCode()) {
                break;
            }
            at = following.end();
            to = at;
            next++;
        }
        // A stop after such citations is no sentence of its own.
        return to < end && to > from && draft.charAt(to) == '.' ? to + 1 : to;
    }

    private Sentence take(int from, int to) {
        List<Mark> cited = new ArrayList<>();
        List<String> code = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        int at = from;
        while (mark < marks.size() && marks.get(mark).start() < to) {
            Mark each = marks.get(mark++);
            prose.append(draft, at, each.start()).append(' ');
            at = each.end();
            if (each.isCode()) {
                code.add(content(draft.substring(each.start(), each.end())));
            } else {
                cited.add(each);
            }
        }
        prose.append(draft, Math.min(at, to), to);
        int start = from;
        while (start < to && Character.isWhitespace(draft.charAt(start))) {
            start++;
        }
        return new Sentence(start, to, cited, code, prose.toString(), Words.count(prose));
    }

    private static String content(String span) {
        int ticks = 0;
        while (ticks < span.length() && span.charAt(ticks) == '`') {
            ticks++;
        }
        return span.substring(ticks, Math.max(ticks, span.length() - ticks)).strip();
    }
}
