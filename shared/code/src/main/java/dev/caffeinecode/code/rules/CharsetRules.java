package dev.caffeinecode.code.rules;

import dev.caffeinecode.code.TextEncoding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one {@code .editorconfig} (spec.editorconfig.org) says of charsets.
 *
 * @param folder that it is for, with a slash at its end; empty for the root
 * @param root whether those above have no say
 */
record CharsetRules(String folder, boolean root, List<Section> sections) {
    private static final Pattern HEADER = Pattern.compile("^\\s*+\\[(.{1,300})]\\s*+$");
    private static final Pattern PAIR =
            Pattern.compile("^\\s*+([\\w-]{1,50})\\s*+[=:]\\s*+([\\w-]{1,50})\\s*+(?:[#;].*)?$");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]{1,200})}");
    private static final int MAX_SECTIONS = 500;
    private static final int MAX_GLOBS = 100;

    /** Patterns of which one must fit, and the charset; empty for one that is no encoding of ours. */
    record Section(List<Glob> globs, Optional<TextEncoding> charset) {}

    /** Reads a file; empty if it says nothing of charsets and does not hide those above. */
    static Optional<CharsetRules> read(String folder, String text) {
        List<Section> sections = new ArrayList<>();
        String header = "";
        boolean root = false;
        for (String line : text.lines().toList()) {
            Matcher opened = HEADER.matcher(line);
            Matcher pair = PAIR.matcher(line);
            if (opened.matches()) {
                header = String.valueOf(opened.group(1));
            } else if (pair.matches()) {
                String key = String.valueOf(pair.group(1)).toLowerCase(Locale.ROOT);
                String value = String.valueOf(pair.group(2)).toLowerCase(Locale.ROOT);
                root |= header.isEmpty() && key.equals("root") && value.equals("true");
                if (!header.isEmpty() && key.equals("charset") && sections.size() < MAX_SECTIONS) {
                    sections.add(new Section(globs(header), encoding(value)));
                }
            }
        }
        return sections.isEmpty() && !root
                ? Optional.empty()
                : Optional.of(new CharsetRules(folder, root, List.copyOf(sections)));
    }

    private static Optional<TextEncoding> encoding(String charset) {
        return switch (charset) {
            case "latin1" -> Optional.of(TextEncoding.WINDOWS_1252);
            case "utf-8" -> Optional.of(TextEncoding.UTF_8);
            case "utf-8-bom" -> Optional.of(TextEncoding.UTF_8_BOM);
            case "utf-16le" -> Optional.of(TextEncoding.UTF_16_LE);
            case "utf-16be" -> Optional.of(TextEncoding.UTF_16_BE);
            default -> Optional.empty();
        };
    }

    /** Writes <code>{a,b}</code> as several patterns, and stars that cross folders in a name in git's way. */
    private static List<Glob> globs(String pattern) {
        List<Glob> globs = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(pattern));
        while (!open.isEmpty() && globs.size() < MAX_GLOBS && open.size() < MAX_GLOBS) {
            String next = open.removeFirst();
            Matcher braces = BRACES.matcher(next);
            if (braces.find() && String.valueOf(braces.group(1)).contains(",")) {
                for (String each : String.valueOf(braces.group(1)).split(",", -1)) {
                    open.addLast(next.substring(0, braces.start()) + each.strip() + next.substring(braces.end()));
                }
            } else {
                globs.add(Glob.of(next.replaceAll("\\*\\*(?=[^/*])", "**/*")));
            }
        }
        return globs;
    }

    /** Returns what was said before, or what is said here, where the last section has the last word. */
    Optional<TextEncoding> apply(String path, Optional<TextEncoding> before) {
        if (!path.startsWith(folder)) {
            return before;
        }
        Optional<TextEncoding> said = root ? Optional.empty() : before;
        String below = path.substring(folder.length());
        for (Section section : sections) {
            if (section.globs().stream().anyMatch(glob -> glob.fits(below))) {
                said = section.charset();
            }
        }
        return said;
    }
}
