package dev.caffeinecode.docs.verify;

/** Something in a draft that does not stand, and what its writer is to do about it. */
public sealed interface Finding {
    /** Characters of a draft that are quoted to its writer; enough to find the place. */
    int MAX_QUOTED = 80;

    Place place();

    /** A sentence that tells a model what to do; what it quotes of the draft is on one line and short. */
    String instruction();

    /** What becomes of it when nobody repairs it. */
    Remedy remedy();

    /** What is done to a place that stays wrong. */
    enum Remedy {
        /** It is taken out. */
        CUT,
        /** Readers are told. */
        MARK,
        /** The editor masks it or leaves only its text, as it does with all pages. */
        EDIT,
        /** Nothing wrong is shown, only something is missing. */
        COUNT,
        /** The whole page is of no use. */
        REFUSE
    }

    /**
     * Where it is.
     *
     * @param line of the draft, from 1
     * @param start offset in the draft of the sentence, row or paragraph that it concerns
     * @param end offset after it
     */
    record Place(int line, int start, int end) {}

    /**
     * A citation of nothing.
     *
     * @param citation as it was written
     * @param alone whether its sentence has no other that resolves
     */
    record UnresolvedCitation(Place place, String citation, boolean alone) implements Finding {
        @Override
        public String instruction() {
            return "The citation [" + quoted(citation)
                    + "] names no such lines. Cite lines of an excerpt that prove the"
                    + " statement, or leave the statement out.";
        }

        @Override
        public Remedy remedy() {
            return alone ? Remedy.CUT : Remedy.EDIT;
        }
    }

    /** @param name in code font */
    record UnknownName(Place place, String name) implements Finding {
        @Override
        public String instruction() {
            return "Nothing in the repository is called `" + quoted(name)
                    + "`. Use the name that the code uses, or leave" + " the statement out.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.CUT;
        }
    }

    /** @param text how it begins */
    record UncitedParagraph(Place place, String text) implements Finding {
        @Override
        public String instruction() {
            return "What begins with \"" + quoted(text) + "\" states something and cites nothing. Cite the lines that"
                    + " prove it, or leave it out.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.CUT;
        }
    }

    /** @param text how the sentence begins */
    record Unsupported(Place place, String text) implements Finding {
        @Override
        public String instruction() {
            return "The lines that \"" + quoted(text)
                    + "\" cites hold none of the names in it. Cite the lines that prove" + " it, or leave it out.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.MARK;
        }
    }

    /** @param destination as it was written */
    record BrokenLink(Place place, String destination) implements Finding {
        @Override
        public String instruction() {
            return "The link to \"" + quoted(destination) + "\" leads nowhere. Use no links other than citations.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.EDIT;
        }
    }

    /** @param heading that was planned */
    record MissingHeading(Place place, String heading) implements Finding {
        @Override
        public String instruction() {
            return "The section \"" + quoted(heading)
                    + "\" is missing. Write it, or say under its heading that the source" + " shows nothing of it.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.COUNT;
        }
    }

    /**
     * The text is in another language than asked for.
     *
     * @param found English name of a language
     * @param asked English name of a language
     */
    record WrongLanguage(Place place, String found, String asked) implements Finding {
        @Override
        public String instruction() {
            return "The page is in " + found + ". Write it in " + quoted(asked) + ".";
        }

        @Override
        public Remedy remedy() {
            return Remedy.REFUSE;
        }
    }

    /** The text shows a credential. */
    record SecretShown(Place place) implements Finding {
        @Override
        public String instruction() {
            return "The page shows a password, key or token. Leave it out.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.EDIT;
        }
    }

    private static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= MAX_QUOTED) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_QUOTED - 1)) ? MAX_QUOTED - 1 : MAX_QUOTED;
        return line.substring(0, end) + "\u2026";
    }
}
