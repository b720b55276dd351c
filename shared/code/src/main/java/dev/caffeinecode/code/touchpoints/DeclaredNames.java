package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.TouchpointKind;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Touchpoints of files that are read line by line, of Terraform and of OpenAPI in JSON. */
final class DeclaredNames {
    /** Longer lines are data. */
    private static final int MAX_LINE = 4_000;

    private static final Pattern ASSIGNED = Pattern.compile("^\\s*(?:#\\s?)?(?:export\\s+)?([A-Z][A-Z0-9_]*)=");
    private static final Pattern DOCKER =
            Pattern.compile("^\\s*(?i:ENV|ARG)\\s+(?!PATH\\b)([A-Za-z_][A-Za-z0-9_]*)(?:[=\\s]|$)");
    private static final Pattern SHELL_DEFAULT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::?[-?=+])");
    private static final Pattern SHELL_ASSIGNED =
            Pattern.compile("(?:^|[;&|]|\\b(?:export|local|readonly|declare(?:\\s+-\\w+)?|for|read(?:\\s+-\\w+)*))\\s*"
                    + "([A-Z][A-Z0-9_]*)(?:\\+?=|\\s+in\\b|\\s*$)");

    /** What a shell sets by itself (POSIX.1-2017, XCU 2.5.3, and Bash's manual, 5.2). */
    private static final Pattern SHELL_OWN = Pattern.compile(
            "BASH.*|COMP_.*|PWD|OLDPWD|HOME|PATH|USER|SHELL|IFS|RANDOM|SECONDS|LINENO|OPTARG|OPTIND|REPLY|HOSTNAME|UID"
                    + "|EUID|PPID|TERM|LANG|LC_.*|COLUMNS|LINES|FUNCNAME|PIPESTATUS|SHLVL|TMPDIR|OSTYPE|MACHTYPE");

    private static final Pattern MODEL = Pattern.compile("^\\s*@@map\\(\\s*(?:name:\\s*)?\"([^\"]*)\"");

    private static final Map<String, TouchpointKind> TERRAFORM = Map.of(
            "aws_sqs_queue", TouchpointKind.QUEUE,
            "aws_sns_topic", TouchpointKind.TOPIC,
            "aws_dynamodb_table", TouchpointKind.TABLE,
            "google_pubsub_topic", TouchpointKind.TOPIC,
            "azurerm_servicebus_queue", TouchpointKind.QUEUE,
            "azurerm_servicebus_topic", TouchpointKind.TOPIC,
            "kafka_topic", TouchpointKind.TOPIC);
    private static final Shape RESOURCE = Shape.of("resource\"\"\"\"{");

    private DeclaredNames() {}

    /** Hears of the lines of a file. */
    private interface Line {
        void read(String line, int number);
    }

    private static void lines(String text, Line reader) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.length() <= MAX_LINE) {
                reader.read(line, number);
            }
        }
    }

    private static void first(Pattern pattern, String text, Found found) {
        lines(text, (line, number) -> {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                found.variable(line.substring(matcher.start(1), matcher.end(1)), Found.DECLARED, number);
            }
        });
    }

    /** An example of a file of variables; what is commented out may be set too. */
    static void dotenv(String text, Found found) {
        first(ASSIGNED, text, found);
    }

    static void dockerfile(String text, Found found) {
        first(DOCKER, text, found);
    }

    /** Variables that a script gives a default or insists on, and does not set itself before. */
    static void shell(String text, Found found) {
        Set<String> own = new HashSet<>();
        lines(text, (line, number) -> {
            if (line.stripLeading().startsWith("#")) {
                return;
            }
            Matcher read = SHELL_DEFAULT.matcher(line);
            while (read.find()) {
                String name = line.substring(read.start(1), read.end(1));
                if (!own.contains(name) && !SHELL_OWN.matcher(name).matches()) {
                    found.variable(name, Found.READ, number);
                }
            }
            Matcher assigned = SHELL_ASSIGNED.matcher(line);
            while (assigned.find()) {
                own.add(line.substring(assigned.start(1), assigned.end(1)));
            }
        });
    }

    static void properties(String text, Found found) {
        lines(text, (line, number) -> {
            if (!line.stripLeading().startsWith("#")) {
                VariableReads.placeholders(line, number, found);
            }
        });
    }

    static void prisma(String text, Found found) {
        lines(text, (line, number) -> {
            Matcher map = MODEL.matcher(line);
            if (map.find()) {
                found.table(line.substring(map.start(1), map.end(1)), "mapped", number);
            }
            VariableReads.prisma(line, number, found);
        });
    }

    /** A resource is called by its {@code name}, else by its label. */
    static void terraform(Tokens tokens, Found found) {
        for (int at = 0; at < tokens.size(); at++) {
            TouchpointKind kind = RESOURCE.fits(tokens, at) ? TERRAFORM.get(tokens.text(at + 1)) : null;
            if (kind != null) {
                int name = at + 4;
                int end = Math.min(tokens.partner(at + 3), at + MAX_LINE);
                while (name < end && !(tokens.isWord(name, "name") && tokens.isMark(name + 1, '='))) {
                    name = tokens.isMark(name, '{') ? Math.max(name, tokens.partner(name)) + 1 : name + 1;
                }
                boolean stated = name < end && tokens.isWhole(name + 2);
                String shown = tokens.text(stated ? name + 2 : at + 2);
                if (kind == TouchpointKind.TABLE) {
                    found.table(shown, "created", tokens.line(at));
                } else {
                    found.channel(kind, shown, Found.DECLARED, tokens.line(at));
                }
            }
        }
    }

    /** Keys of JSON with their depth: {@code paths}, a path, a method. */
    static void openApi(Tokens tokens, Found found) {
        if (!tokens.isMark(0, '{')) {
            return;
        }
        for (int at = 1; at < tokens.size(); at = next(tokens, at)) {
            if (isKey(tokens, at, "paths")) {
                int end = tokens.partner(at + 2);
                for (int path = at + 3; path < end; path = next(tokens, path)) {
                    if (tokens.text(path).startsWith("/") && tokens.isMark(path + 2, '{')) {
                        methods(tokens, path, found);
                    }
                }
            }
        }
    }

    private static void methods(Tokens tokens, int path, Found found) {
        int end = tokens.partner(path + 2);
        for (int at = path + 3; at < end; at = next(tokens, at)) {
            if (Calls.isMethod(tokens.text(at)) && tokens.isMark(at + 2, '{')) {
                found.route(tokens.text(at), "", tokens.text(path), tokens.line(at));
            }
        }
    }

    private static boolean isKey(Tokens tokens, int at, String name) {
        return tokens.isString(at) && tokens.text(at).equals(name) && tokens.isMark(at + 2, '{');
    }

    /** Returns the index of the next token of the same depth. */
    private static int next(Tokens tokens, int at) {
        boolean opens = tokens.isMark(at, '{') || tokens.isMark(at, '[');
        return opens ? Math.max(at, tokens.partner(at)) + 1 : at + 1;
    }
}
