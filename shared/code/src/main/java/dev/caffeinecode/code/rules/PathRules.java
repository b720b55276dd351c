package dev.caffeinecode.code.rules;

import dev.caffeinecode.code.TextEncoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What people state about the files of one commit by patterns: in {@code .gitattributes} and {@code .editorconfig}, and
 * what they want to be read at all. All of it must be known before the first file is read; the order in which files come
 * then does not matter. Immutable.
 */
public final class PathRules {
    private static final String ATTRIBUTES = ".gitattributes";
    private static final String EDITOR = ".editorconfig";

    /** Says nothing of any file. */
    public static final PathRules NONE = new Builder().build();

    private final List<AttributeRules> attributes;
    private final List<CharsetRules> charsets;
    private final List<Glob> included;
    private final List<Glob> excluded;

    private PathRules(Builder builder) {
        this.attributes = builder.attributes.stream()
                .sorted(Comparator.comparingInt(each -> each.folder().length()))
                .toList();
        this.charsets = builder.charsets.stream()
                .sorted(Comparator.comparingInt(each -> each.folder().length()))
                .toList();
        this.included = List.copyOf(builder.included);
        this.excluded = List.copyOf(builder.excluded);
    }

    /** Returns whether a file states something about others; such files are small. */
    public static boolean isStatedIn(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals(ATTRIBUTES) || name.equals(EDITOR);
    }

    /** Returns whether a file is to be in the graph: one of those included, if any are, and none of those excluded. */
    public boolean isWanted(String path) {
        boolean in = included.isEmpty() || included.stream().anyMatch(glob -> glob.covers(path));
        return in && excluded.stream().noneMatch(glob -> glob.covers(path));
    }

    /** Returns what is stated about a file; what is nearer to it, and of one file what stands later, has the last word. */
    public Attributes attributes(String path) {
        Attributes stated = Attributes.NONE;
        for (AttributeRules each : attributes) {
            stated = each.apply(path, stated);
        }
        return stated;
    }

    /** Returns how the text of a file is said to be encoded; empty if nobody says. */
    public Optional<TextEncoding> charset(String path) {
        Optional<TextEncoding> stated = Optional.empty();
        for (CharsetRules each : charsets) {
            stated = each.apply(path, stated);
        }
        return stated;
    }

    /** Collects rules in any order. */
    public static final class Builder {
        private static final int MAX_FILES = 1_000;
        private static final int MAX_BYTES = 256 * 1024;

        private final List<AttributeRules> attributes = new ArrayList<>();
        private final List<CharsetRules> charsets = new ArrayList<>();
        private final List<Glob> included = new ArrayList<>();
        private final List<Glob> excluded = new ArrayList<>();

        /** Adds what a file of the commit states, if it is one that {@linkplain #isStatedIn states something}. */
        public Builder add(String path, byte[] content) {
            int slash = path.lastIndexOf('/');
            String name = path.substring(slash + 1);
            String folder = path.substring(0, slash + 1);
            if (content.length <= MAX_BYTES && attributes.size() + charsets.size() < MAX_FILES) {
                String text = new String(content, StandardCharsets.UTF_8);
                if (name.equals(ATTRIBUTES)) {
                    AttributeRules.read(folder, text).ifPresent(attributes::add);
                } else if (name.equals(EDITOR)) {
                    CharsetRules.read(folder, text).ifPresent(charsets::add);
                }
            }
            return this;
        }

        /** Wants only files that one of the included patterns fits, or that lie in a folder that one fits. */
        public Builder include(List<String> patterns) {
            patterns.stream().filter(each -> !each.isBlank()).map(Glob::of).forEach(included::add);
            return this;
        }

        /** Does not want files that a pattern fits, or that lie in a folder that one fits. */
        public Builder exclude(List<String> patterns) {
            patterns.stream().filter(each -> !each.isBlank()).map(Glob::of).forEach(excluded::add);
            return this;
        }

        public PathRules build() {
            return new PathRules(this);
        }
    }
}
