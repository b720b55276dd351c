package dev.caffeinecode.code.recognition;

import dev.caffeinecode.code.Language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the language of a file by its name, the interpreter it asks for and, where languages share names, its text. */
public final class LanguageRecognizer {
    private static final Map<String, Language> BY_NAME = new HashMap<>();
    private static final Map<String, Language> BY_EXTENSION = new HashMap<>();
    private static final Map<String, Language> BY_INTERPRETER = new HashMap<>();

    private static final Pattern SHEBANG =
            Pattern.compile("^#!\\s*(?:\\S*/)?([\\w.+-]+)(?:\\s+(?:-S\\s+)?(?:\\w+=\\S+\\s+)*([\\w./+-]+)?.*)?$");
    private static final Pattern CPP = Pattern.compile(
            "^[ \\t]*(?:class\\s+\\w+|namespace\\s+[\\w:]*\\s*\\{?|template\\s*<|(?:public|private|protected)\\s*:)"
                    + "|^[ \\t]*(?:using\\s+\\w+|enum\\s+class\\s)|\\bstd::"
                    + "|#include\\s*<(?:string|vector|memory|map|iostream|functional|utility)>",
            Pattern.MULTILINE);
    private static final Pattern OBJECTIVE_C = Pattern.compile(
            "^[ \\t]*(?:@(?:interface|protocol|implementation|class|end|import)\\b|#import\\s)", Pattern.MULTILINE);

    static {
        for (Language language : Language.values()) {
            for (String pattern : language.patterns()) {
                if (pattern.startsWith("#!")) {
                    BY_INTERPRETER.put(pattern.substring(2), language);
                } else if (pattern.startsWith(".")) {
                    BY_EXTENSION.put(pattern.substring(1), language);
                } else {
                    BY_NAME.put(pattern, language);
                }
            }
        }
    }

    private LanguageRecognizer() {}

    /**
     * Tells the language of a file.
     *
     * @param head the first some thousand characters of its text; empty if it has none
     */
    public static Language recognize(String path, String head) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Language known = byName(name);
        if (known == Language.UNKNOWN) {
            return byShebang(head);
        }
        return switch (known) {
            case C, CPP -> name.endsWith(".h") ? header(head) : known;
            case TYPESCRIPT -> head.startsWith("<?xml") ? Language.XML : known;
            case OBJECTIVE_C -> OBJECTIVE_C.matcher(head).find() || name.endsWith(".mm") ? known : Language.MATLAB;
            default -> known;
        };
    }

    private static Language byName(String name) {
        Language exact = BY_NAME.get(name);
        if (exact != null) {
            return exact;
        }
        if (name.startsWith("Dockerfile") || name.startsWith("Containerfile")) {
            return Language.DOCKERFILE;
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            String extension = name.substring(dot + 1);
            Language language = BY_EXTENSION.get(extension);
            language = language == null ? BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT)) : language;
            if (language != null) {
                return language;
            }
        }
        String stem = name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name;
        Language byStem = BY_NAME.getOrDefault(stem.toUpperCase(Locale.ROOT), Language.UNKNOWN);
        return byStem == Language.TEXT ? byStem : Language.UNKNOWN;
    }

    private static Language byShebang(String head) {
        if (!head.startsWith("#!")) {
            return Language.UNKNOWN;
        }
        Matcher shebang = SHEBANG.matcher(head.substring(0, Math.min(head.length(), 200))
                .lines()
                .findFirst()
                .orElse(""));
        if (!shebang.matches()) {
            return Language.UNKNOWN;
        }
        String program = "env".equals(shebang.group(1)) ? shebang.group(2) : shebang.group(1);
        if (program == null) {
            return Language.UNKNOWN;
        }
        String interpreter = program.substring(program.lastIndexOf('/') + 1);
        Language exact = BY_INTERPRETER.get(interpreter);
        String unversioned = interpreter.replaceFirst("[\\d.]+$", "");
        return exact == null ? BY_INTERPRETER.getOrDefault(unversioned, Language.UNKNOWN) : exact;
    }

    private static Language header(String head) {
        if (OBJECTIVE_C.matcher(head).find()) {
            return Language.OBJECTIVE_C;
        }
        return CPP.matcher(head).find() ? Language.CPP : Language.C;
    }
}
