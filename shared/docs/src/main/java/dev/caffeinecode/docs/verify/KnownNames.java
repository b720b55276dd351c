package dev.caffeinecode.docs.verify;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.names.NameIndex;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.citation.Sources;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which names a page may use: those of the repository and its packages, and whatever stands in the page's own files. */
final class KnownNames {
    /** Characters of source whose words are read for one page; about a fifth of a second. */
    private static final long MAX_CHARACTERS = 20_000_000;

    /** Names that are looked for letter by letter; what is searched for in vain costs most. */
    private static final int MAX_SEARCHES = 200;

    private final NameIndex names;
    private final Sources sources;
    private final Set<String> words = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> unread = new ArrayDeque<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<CodeNames.Name, Boolean> answers = new HashMap<>();
    private long left = MAX_CHARACTERS;
    private int searches;

    KnownNames(NameIndex names, Sources sources) {
        this.names = names;
        this.sources = sources;
    }

    /** Lets all that stands in these files be known; they are read when a name is found nowhere else, these first. */
    void learn(Collection<String> paths) {
        List<String> added = paths.stream().filter(seen::add).toList();
        added.reversed().forEach(unread::addFirst);
        if (!added.isEmpty()) {
            answers.clear();
        }
    }

    private boolean isWord(String word) {
        while (!words.contains(word)) {
            if (!readOne()) {
                return false;
            }
        }
        return true;
    }

    /** False when all has been read. */
    private boolean readOne() {
        if (unread.isEmpty() || left <= 0) {
            return false;
        }
        String text = sources.find(unread.removeFirst()).map(KnownNames::whole).orElse("");
        left -= text.length();
        texts.add(text);
        Words.addTo(words, text);
        return true;
    }

    private static String whole(TextLines lines) {
        return lines.count() == 0 ? "" : lines.lines(new LineRange(1, lines.count()));
    }

    boolean has(CodeNames.Name name) {
        Boolean known = answers.get(name);
        if (known == null) {
            known = find(name);
            answers.put(name, known);
        }
        return known;
    }

    private boolean find(CodeNames.Name name) {
        String text = name.text();
        if (name.form() == CodeNames.Form.PATH || text.contains("/")) {
            return names.hasName(text) || names.hasPath(relative(text)) || isWritten(text);
        }
        if (names.hasName(text)) {
            return true;
        }
        if (text.startsWith(".")) { // a file, or a member of whatever is before it
            return names.hasPath(text)
                    || (text.length() > 1 && find(new CodeNames.Name(text.substring(1), name.form())));
        }
        int dot = text.lastIndexOf('.');
        if (dot < 0) {
            return isWord(text) || (name.form() == CodeNames.Form.MAYBE && names.hasPath(text));
        }
        if (name.form() == CodeNames.Form.NAME && names.hasExtension(text.substring(dot + 1))) {
            return names.hasPath(text) || isWritten(text);
        }
        return names.isExternal(text) || isOfKnownParts(text);
    }

    private boolean isOfKnownParts(String text) {
        for (String part : text.split("\\.")) {
            if (!names.hasName(part) && !isWord(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWritten(String text) {
        while (readOne()) {
            // all of them
        }
        return searches++ < MAX_SEARCHES && texts.stream().anyMatch(source -> source.contains(text));
    }

    /** From the root, however it is written. */
    private static String relative(String path) {
        int start = path.startsWith("./") ? 2 : path.startsWith("/") ? 1 : 0;
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(Math.min(start, end), end);
    }
}
