package dev.caffeinecode.code.pointers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts and other files that commands name: in workflows, Makefiles, Dockerfiles, shell scripts. */
final class ScriptPointers {
    /** Something with a slash in it, or a file of a kind that is run. What is none will not be found. */
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\w./@-])((?:\\.{0,2}/)?[\\w.@+-]{1,80}(?:/[\\w.@+-]{1,80}){1,12}"
                    + "|(?:\\./)?[\\w+-]{1,80}\\.(?:sh|bash|py|rb|pl|js|mjs|cjs|ts|ps1|bat|cmd|mk|jar|sql|ya?ml|toml|json|txt|env"
                    + "|conf|cfg|ini|properties|xml|dockerfile)|(?:\\.env[\\w.-]{0,40})|Dockerfile[\\w.-]{0,40})(?![\\w/])");
    /** {@code ${HERE}/x} and {@code $(dirname "$0")/x}: some folder that only the script knows. */
    private static final Pattern FOLDER =
            Pattern.compile("(?:\\$\\{\\{?[^}\\s]{1,80}}?}|\\$\\w{1,80}|\\$\\([^)]{1,80}\\))\"?/");

    private static final Pattern LOCAL =
            Pattern.compile("^\\s*+(?:-\\s++)?(?:uses|local)\\s*+:\\s*+[\"']?(\\.?/[^\"'#\\s]++)");
    private static final String BLANK = " ";

    private ScriptPointers() {}

    static void read(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.stripLeading().startsWith("#")) {
                words(file, line, i + 1);
            }
        }
    }

    /** Adds what may be files in a line of commands. */
    static void words(PointerFile file, String line, int number) {
        Matcher word = WORD.matcher(FOLDER.matcher(line).replaceAll(BLANK));
        while (word.find()) {
            String found = String.valueOf(word.group(1));
            if (!found.startsWith("/")) {
                file.path(found, number);
            }
        }
    }

    /** Besides scripts, workflows use actions and other workflows of the repository by folder or file. */
    static void workflow(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher local = LOCAL.matcher(lines.get(i));
            if (local.find()) {
                String target = String.valueOf(local.group(1))
                        .replaceFirst("^\\./", "/")
                        .replaceFirst("@.*", "");
                file.path(target, i + 1);
                file.in(target, i + 1, "action.yml", "action.yaml");
            }
        }
        read(file);
    }
}
