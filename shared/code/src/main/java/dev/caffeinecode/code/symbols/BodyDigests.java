package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.LineRange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Digests of what each symbol of a file is beyond its signature: its attributes and its body without docstrings and
 * without the symbols in it, which have digests of their own. Indentation of the whole, blank lines and white space at
 * the ends of lines do not count; indentation within does, as it means something in Python.
 */
final class BodyDigests {
    /** FNV-1a (Fowler, Noll and Vo; RFC 9923): nobody gains by two bodies that seem the same. */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private final byte[] utf8;
    private final SourceText source;
    /** Symbols and docstrings: where they start in the upper half, how far they are from the longest in the lower. */
    private final long[] inner;

    BodyDigests(byte[] utf8, SourceText source, List<Draft> drafts) {
        this.utf8 = utf8;
        this.source = source;
        long[] spans = new long[drafts.size() * 2];
        int count = 0;
        for (Draft draft : drafts) {
            int start = draft.place().start();
            spans[count++] = span(start, draft.place().node().endByte());
            if (draft.docstring().isPresent()) {
                LineRange lines = draft.docstring().get().lines();
                boolean beside = lines.contains(source.lines(start, start + 1));
                if (!beside) {
                    spans[count++] = span(source.lineStart(lines.first()), source.lineStart(lines.last() + 1) - 1);
                }
            }
        }
        inner = Arrays.copyOf(spans, count);
        Arrays.sort(inner);
    }

    private static long span(int start, int end) {
        return (long) start << Integer.SIZE | (Integer.MAX_VALUE - end);
    }

    /**
     * Returns the digest of one symbol; 0 if there is nothing beyond its signature.
     *
     * @param signature all of what stands where it is taken from, but for attributes and comments; empty if it is not
     */
    long of(Draft draft, String signature) {
        Digest digest = new Digest(draft.place().start(), draft.kind().isType());
        int start = draft.place().start();
        int end = draft.place().node().endByte();
        if (signature.isEmpty()) {
            own(start, end, start, end, digest);
            return digest.value();
        }
        int signatureStart = Math.min(end, draft.place().signatureStart());
        int signatureEnd = Math.min(end, draft.signatureEnd());
        own(start, signatureStart, start, end, digest);
        if (source.containsAny(signatureStart, signatureEnd, "@#[/")) {
            untold(signatureStart, signatureEnd, signature.getBytes(StandardCharsets.UTF_8), digest);
        }
        own(signatureEnd, end, start, end, digest);
        return digest.value();
    }

    /** Takes what a signature leaves out: backwards, since attributes stand first. */
    private void untold(int from, int to, byte[] signature, Digest digest) {
        int told = signature.length - 1;
        boolean ending = true;
        for (int i = to - 1; i >= from; i--) {
            while (told >= 0 && signature[told] == ' ') {
                told--;
            }
            if (told >= 0 && utf8[i] == signature[told]) {
                told--;
                ending = false;
            } else if (!ending && !isSpace(utf8[i]) && utf8[i] != '\n' && utf8[i] != ',') {
                digest.take(i, i + 1);
            }
        }
    }

    /** Takes what lies between two offsets of a symbol and in no symbol or docstring in it. */
    private void own(int from, int to, int start, int end, Digest digest) {
        int at = from;
        int found = Arrays.binarySearch(inner, span(start, end));
        for (int i = found < 0 ? -found - 1 : found; i < inner.length; i++) {
            int innerStart = (int) (inner[i] >>> Integer.SIZE);
            int innerEnd = Integer.MAX_VALUE - (int) inner[i];
            if (innerStart >= to) {
                break;
            }
            boolean inside = innerEnd <= end && (innerStart > start || innerEnd < end);
            if (inside && innerEnd > at) {
                digest.take(at, Math.max(at, innerStart));
                at = innerEnd;
            }
        }
        digest.take(at, Math.max(at, to));
    }

    /** A digest on its way. */
    private final class Digest {
        private final boolean type;
        private final int margin;
        private long value = OFFSET;
        private boolean any;
        private boolean lineBegins;
        private int spaces;

        Digest(int start, boolean type) {
            this.type = type;
            int lineStart = start;
            while (lineStart > 0 && utf8[lineStart - 1] != '\n') {
                lineStart--;
            }
            int text = lineStart;
            while (text < start && isSpace(utf8[text])) {
                text++;
            }
            this.margin = text - lineStart;
        }

        void take(int from, int to) {
            for (int i = from; i < Math.min(to, utf8.length); i++) {
                byte each = utf8[i];
                if (each == '\n') {
                    lineBegins = true;
                    spaces = 0;
                } else if (isSpace(each)) {
                    spaces++;
                } else if (!type || (each != ',' && each != ';')) { // a type does not change by one more member
                    text(each);
                }
            }
        }

        private void text(byte each) {
            if (lineBegins && any) {
                add('\n');
                add(spaces - margin);
            } else if (!lineBegins) {
                for (; spaces > 0 && any; spaces--) {
                    add(' ');
                }
            }
            add(each);
            any = true;
            lineBegins = false;
            spaces = 0;
        }

        private void add(int each) {
            value = (value ^ (each & 0xFF)) * PRIME;
        }

        long value() {
            return !any ? 0 : value == 0 ? 1 : value;
        }
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\t' || each == '\r' || each == '\f';
    }
}
