package dev.caffeinecode.docs.verify;

import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.docs.citation.Citation;
import dev.caffeinecode.docs.citation.CitationResolver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks drafts of one page, without a model: that citations resolve, that names in code font exist, that what states
 * something cites something, and that what is cited speaks of what is stated. Keeps what it has read of the source; not
 * safe for several threads.
 */
public final class Verifier {
    private static final String BOLD = "**";

    private final Material material;
    private final CitationResolver resolver;
    private final KnownNames names;

    public Verifier(Material material) {
        this.material = material;
        this.resolver = new CitationResolver(material.sources());
        this.names = new KnownNames(material.names(), material.sources());
        names.learn(material.files());
    }

    /** @param draft Markdown with citations as a model writes them */
    public Verdict check(String draft) {
        return new Check(draft).verdict();
    }

    /** One draft. */
    private final class Check {
        private final String draft;
        private final Statements statements;
        private final CitedLines lines = new CitedLines(material.graph(), material.sources());
        private final List<Finding> findings = new ArrayList<>();
        private int cited;
        private int resolved;
        private int unknown;
        private int supported;
        private int unsupported;
        private int undecided;
        private int uncited;

        Check(String draft) {
            this.draft = draft;
            this.statements = Statements.of(draft, resolver.read());
        }

        Verdict verdict() {
            Set<String> paths = new LinkedHashSet<>();
            statements
                    .list()
                    .forEach(statement ->
                            statement.citations().stream().map(Citation::path).forEach(paths::add));
            names.learn(paths);
            checkWhole();
            for (Statement statement : statements.list()) {
                check(statement);
            }
            statements.links().stream()
                    .filter(link -> !leads(link.destination()))
                    .forEach(link -> findings.add(new Finding.BrokenLink(link.place(), link.destination())));
            return new Verdict(
                    findings, new Figures(cited, resolved, unknown, supported, unsupported, undecided, uncited, 0, 0));
        }

        private void checkWhole() {
            Finding.Place top = new Finding.Place(1, 0, 0);
            if (SecretMask.mask(draft).masked() > 0) {
                findings.add(new Finding.SecretShown(top));
            }
            Language.insteadOf(material.language(), prose())
                    .ifPresent(found -> findings.add(new Finding.WrongLanguage(top, found, material.language())));
            Set<String> there = new HashSet<>();
            statements.headings().forEach(heading -> there.add(heading.toLowerCase(Locale.ROOT)));
            material.headings().stream()
                    .filter(heading -> !there.contains(heading.toLowerCase(Locale.ROOT)))
                    .forEach(heading -> findings.add(new Finding.MissingHeading(top, heading)));
        }

        /** What is said in sentences, without code and citations. */
        private String prose() {
            StringBuilder prose = new StringBuilder();
            for (Statement statement : statements.list()) {
                for (Sentence sentence : statement.sentences()) {
                    prose.append(sentence.prose()).append('\n');
                }
            }
            return prose.toString();
        }

        private boolean leads(String destination) {
            return destination.startsWith("#")
                    ? statements.anchors().contains(destination.substring(1))
                    : material.links().destination(destination).isPresent();
        }

        private void check(Statement statement) {
            boolean states = statement.states();
            boolean cites =
                    !statement.citations().isEmpty() || !statement.borrowed().isEmpty();
            boolean exempt = statement.introduces() || (!cites && restsOnPageBelow(statement));
            if (states && !cites && !exempt) {
                uncited++;
                findings.add(new Finding.UncitedParagraph(statement.place(), text(statement)));
            }
            Optional<List<Citation>> nearest = Optional.empty();
            List<Sentence> sentences = statement.sentences();
            // From the end, for a citation speaks for the sentences before it.
            List<List<Citation>> following = new ArrayList<>();
            for (int i = sentences.size() - 1; i >= 0; i--) {
                List<Citation> own = sentences.get(i).citations();
                nearest = own.isEmpty() ? nearest : Optional.of(own);
                following.addFirst(nearest.orElse(statement.borrowed()));
            }
            for (int i = 0; i < sentences.size(); i++) {
                check(statement, sentences.get(i), following.get(i), states);
            }
        }

        private void check(Statement statement, Sentence sentence, List<Citation> citations, boolean states) {
            Finding.Place place = statement.place(sentence);
            boolean alone = sentence.citations().isEmpty();
            cited += sentence.citations().size() + sentence.unresolved().size();
            for (String citation : sentence.unresolved()) {
                findings.add(new Finding.UnresolvedCitation(place, citation, alone));
            }
            Set<CodeNames.Name> named = new LinkedHashSet<>();
            for (String code : sentence.code()) {
                named.addAll(CodeNames.in(code));
            }
            Set<CodeNames.Name> known = new LinkedHashSet<>();
            for (CodeNames.Name name : named) {
                if (name.form() == CodeNames.Form.MAYBE) {
                    continue;
                }
                if (names.has(name)) {
                    resolved++;
                    known.add(name);
                } else {
                    unknown++;
                    findings.add(new Finding.UnknownName(place, name.text()));
                }
            }
            if (states && sentence.words() > 0) {
                named.removeAll(known);
                count(support(known, named, citations, !alone), sentence, place);
            }
        }

        /** @param own whether the citations stand in the sentence itself */
        private Support support(
                Set<CodeNames.Name> known, Set<CodeNames.Name> others, List<Citation> citations, boolean own) {
            Support support = lines.support(known, citations);
            if (support != Support.UNSUPPORTED) {
                return support;
            }
            // Lines that hold another word of the code may well be what is spoken of.
            return own && !lines.holdAny(others, citations) ? support : Support.UNDECIDED;
        }

        private void count(Support support, Sentence sentence, Finding.Place place) {
            switch (support) {
                case SUPPORTED -> supported++;
                case UNSUPPORTED -> {
                    unsupported++;
                    findings.add(new Finding.Unsupported(place, text(sentence.start(), sentence.end())));
                }
                case UNDECIDED -> undecided++;
            }
        }

        private boolean restsOnPageBelow(Statement statement) {
            Finding.Place place = statement.place();
            String text = draft.substring(place.start(), place.end());
            return material.titles().stream()
                    .anyMatch(title -> text.contains(BOLD + title + BOLD)
                            || text.contains("`" + title + "`")
                            || text.contains("[" + title + "]"));
        }

        private String text(Statement statement) {
            return statement.sentences().isEmpty()
                    ? ""
                    : text(
                            statement.sentences().getFirst().start(),
                            statement.place().end());
        }

        /** A little more than is quoted of it. */
        private String text(int start, int end) {
            return draft.substring(start, Math.max(start, Math.min(end, start + 2 * Finding.MAX_QUOTED)));
        }
    }
}
