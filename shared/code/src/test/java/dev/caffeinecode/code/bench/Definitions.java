package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the symbols of a graph with the definitions that universal-ctags finds: which of those of the kinds that the
 * graph claims are missing, and why.
 */
final class Definitions {
    /** The kinds of each language that are claimed, in the names of ctags. */
    private static final Map<String, Set<String>> CLAIMED = Map.ofEntries(
            claimed("C", "macro enumerator function enum member struct typedef union variable"),
            claimed("C++", "class macro enumerator function enum member namespace struct typedef union variable"),
            claimed("C#", "event class enumerator field enum interface method property struct"),
            claimed("Go", "talias const func interface member methodSpec struct type var"),
            claimed("Java", "annotation class enumConstant field enum interface method"),
            claimed("JavaScript", "class function generator method getter setter"),
            claimed("Kotlin", "constant typealias class interface method object variable"),
            claimed("PHP", "class define function interface trait"),
            claimed("Python", "class function member variable"),
            claimed("Ruby", "constant singletonMethod alias class method module accessor"),
            claimed("Rust", "macro method enumerator function enum interface field module struct typedef variable"),
            claimed("Sh", "function"),
            claimed(
                    "TypeScript",
                    "alias class enumerator enum function generator interface method namespace property"));

    /** What is defined in a function is for nobody else. */
    private static final Set<String> CALLABLE = Set.of(
            "function", "method", "func", "generator", "getter", "setter", "singletonMethod", "constructor", "macro");

    private static final Pattern FIXTURE = Pattern.compile("(?:^|/)(?:__)?fixtures?(?:__)?/");

    private static final int EXAMPLES = 4;

    /** Languages in which ctags takes other things for what it names so; the line must say what is defined. */
    private static final Map<String, String> STATED = Map.ofEntries(
            Map.entry("TypeScript alias", "^\\s*(?:export\\s+|declare\\s+)*type\\s+%s\\s*(?:[<=]|$)"),
            Map.entry("JavaScript function", "^(?=\\S)(?!.*\\bmodule\\.%s\\s*=).*\\b%<s\\b(?!\\s*\\.)"),
            Map.entry("JavaScript method", "^(?!.*\\.%s\\s*\\()(?:\\S|\\s++(?![\\w$.]+\\.%<s\\s*=))"),
            Map.entry("TypeScript property", "^(?!.*\\b%s\\s+[\\w\"'\\[#]+[\\w\"'\\]]*\\s*\\()"),
            Map.entry("TypeScript enumerator", "^\\s*(?:%s|['\"]%<s['\"])\\s*(?:[=,/}].*)?$|\\benum\\b"),
            Map.entry("TypeScript namespace", "^\\s*(?:export\\s+|declare\\s+)*(?:namespace|module)\\s+%s"),
            Map.entry(
                    "JavaScript class",
                    "^(?=\\S)(?!.*\\bmodule\\.%s\\s*=).*(?:(?<![=(,:]\\s)\\bclass\\s+%<s\\b|\\bfunction\\s*\\*?\\s*%<s\\b|\\b%<s\\s*=\\s*(?:class|function)\\b)"),
            Map.entry("Rust module", "\\bmod\\s+%s\\s*\\{"),
            Map.entry("Rust variable", "\\b(?:const|static)\\s+(?:mut\\s+)?%s\\s*:"),
            Map.entry("Ruby singletonMethod", "\\bdef\\s+[\\w.:]+\\.%s"),
            Map.entry("C macro", "#\\s*define\\s+%s(?:\\(|\\s+[^\\s/])"),
            Map.entry("C++ macro", "#\\s*define\\s+%s(?:\\(|\\s+[^\\s/])"));

    /** A line of ctags: {@code --_xformat='%{language}|%K|%n|%p|%s|%N|%F'}. */
    private record Tag(
            String language, String kind, int line, String scopeKind, String scope, String name, String path) {
        static Tag parse(String text) {
            String[] parts = text.split("\\|", 7);
            return new Tag(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3], parts[4], parts[5], parts[6]);
        }

        /** Returns what is the same of a definition that stands in several scopes for ctags. */
        String place() {
            return String.join("|", language, kind, String.valueOf(line), scopeKind, name, path);
        }

        /** Returns the language, apart for what tests are fed, which may be broken on purpose. */
        String group() {
            return FIXTURE.matcher(path).find() ? language + " fixtures" : language;
        }

        boolean isClaimed() {
            boolean local = CALLABLE.contains(scopeKind)
                    || scope.contains("AnonymousFunction")
                    || name.contains("__anon")
                    || name.startsWith("anonymous");
            return !local && CLAIMED.getOrDefault(language, Set.of()).contains(kind);
        }

        /** Returns whether the line has the name at all, and defines it where ctags is known to guess. */
        boolean isStatedBy(String text) {
            String form = STATED.get(language + " " + kind);
            return !(language.equals("Sh") && name.endsWith("=")) // a list is assigned
                    && text.contains(bare(name))
                    && (form == null
                            || Pattern.compile(form.formatted(Pattern.quote(name)))
                                    .matcher(text)
                                    .find());
        }
    }

    /** What is known of one language. */
    private static final class Tally {
        int all;
        int apart;
        int guessed;
        int local;
        final Map<String, List<Tag>> missing = new TreeMap<>();

        int missed() {
            return missing.values().stream().mapToInt(List::size).sum();
        }
    }

    private Definitions() {}

    private static Map.Entry<String, Set<String>> claimed(String language, String kinds) {
        return Map.entry(language, Set.of(kinds.split(" ")));
    }

    static String compare(CodeGraph graph, Path root, Path tags) throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        Map<String, List<String>> lines = new HashMap<>();
        for (String line : new String(Files.readAllBytes(tags), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Tag tag = Tag.parse(line);
            Optional<FileFacts> facts = graph.find(tag.path());
            if (tag.isClaimed() && facts.isPresent() && seen.add(tag.place())) {
                String text = lines.computeIfAbsent(tag.path(), path -> lines(root.resolve(path)))
                        .get(tag.line() - 1);
                Tally tally = tallies.computeIfAbsent(tag.group(), _ -> new Tally());
                if (tag.isStatedBy(text)) {
                    add(tally, tag, facts.get());
                } else {
                    tally.guessed++;
                }
            }
        }
        StringBuilder table = new StringBuilder();
        tallies.forEach((language, tally) -> write(table, language, tally));
        return table.toString();
    }

    private static List<String> lines(Path file) {
        String text = new String(BenchTree.read(file), StandardCharsets.ISO_8859_1);
        return Stream.concat(Arrays.stream(text.split("\n", -1)), Stream.of("")).toList();
    }

    private static void add(Tally tally, Tag tag, FileFacts facts) {
        if (isApart(facts)) {
            tally.apart++;
            return;
        }
        boolean found = facts.symbols().stream().anyMatch(symbol -> isSame(symbol, tag));
        if (!found && facts.symbols().stream().anyMatch(symbol -> isAround(symbol, tag))) {
            tally.local++;
            return;
        }
        tally.all++;
        if (!found) {
            tally.missing
                    .computeIfAbsent(why(tag, facts), _ -> new ArrayList<>())
                    .add(tag);
        }
    }

    /** Files that somebody else or a program wrote are not read, on purpose. */
    static boolean isApart(FileFacts facts) {
        Set<NoteKind> apart = EnumSet.of(
                NoteKind.GENERATED, NoteKind.VENDORED, NoteKind.MINIFIED, NoteKind.TOO_LARGE, NoteKind.BINARY);
        return facts.file().notes().stream().map(FileNote::kind).anyMatch(apart::contains);
    }

    private static boolean isSame(Symbol symbol, Tag tag) {
        return bare(symbol.name().simple()).equals(bare(tag.name()))
                && symbol.lines().first() <= tag.line() + 1
                && symbol.lines().last() >= tag.line();
    }

    /** Returns whether a definition stands in a function, or in the value of something that is no type. */
    private static boolean isAround(Symbol symbol, Tag tag) {
        boolean holds =
                symbol.kind().isType() || symbol.kind() == SymbolKind.MODULE || symbol.kind() == SymbolKind.TYPE_ALIAS;
        return !holds && symbol.lines().first() < tag.line() && symbol.lines().last() >= tag.line();
    }

    /** Returns a name without what only one of the two writes with it. */
    private static String bare(String name) {
        int colons = name.lastIndexOf("::");
        String last = name.substring(Math.max(name.lastIndexOf('.') + 1, colons < 0 ? 0 : colons + 2));
        String plain = last.startsWith("$") || last.startsWith("@") || last.startsWith("#") ? last.substring(1) : last;
        return plain.replaceFirst("[=?!]$", "");
    }

    private static String why(Tag tag, FileFacts facts) {
        boolean broken = facts.file().notes().stream().anyMatch(note -> note.kind() == NoteKind.SYNTAX_ERRORS);
        boolean elsewhere = facts.symbols().stream()
                .anyMatch(symbol -> bare(symbol.name().simple()).equals(bare(tag.name())));
        return tag.kind() + (elsewhere ? ", known at other lines" : "") + (broken ? ", file with syntax errors" : "");
    }

    private static void write(StringBuilder table, String language, Tally tally) {
        double recall = tally.all == 0 ? 100 : 100.0 * (tally.all - tally.missed()) / tally.all;
        table.append(
                "%-19s %7d definitions, %6d missing, recall %.2f %%; left out: %d in generated or foreign files, %d inside of others, %d that no line states%n"
                        .formatted(
                                language, tally.all, tally.missed(), recall, tally.apart, tally.local, tally.guessed));
        tally.missing.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, List<Tag>> each) -> -each.getValue().size()))
                .forEach(each -> table.append("    %5d %s: %s%n"
                        .formatted(each.getValue().size(), each.getKey(), examples(each.getValue()))));
    }

    private static String examples(List<Tag> tags) {
        return String.join(
                ", ",
                tags.stream()
                        .limit(EXAMPLES)
                        .map(tag -> "%s (%s:%d)".formatted(tag.name(), tag.path(), tag.line()))
                        .toList());
    }
}
