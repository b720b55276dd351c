package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.Language;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables of the environment that code reads. */
final class VariableReads {
    /** What a language or its standard library offers: any name is one of a variable. */
    private static final Map<Language, List<Shape>> CERTAIN = new EnumMap<>(Language.class);

    /** What libraries offer under names that others have too: only a name in capitals is one of a variable. */
    private static final Map<Language, List<Shape>> SHOUTED = new EnumMap<>(Language.class);

    static {
        CERTAIN.put(Language.JAVA, Shape.all("System.getenv(\"\" System.getenv().get|getOrDefault(\"\""));
        CERTAIN.put(Language.KOTLIN, Shape.all("System.getenv(\"\" System.getenv()[\"\"]"));
        CERTAIN.put(Language.SCALA, Shape.all("System.getenv(\"\" sys.env(\"\" sys.env.get|getOrElse(\"\""));
        CERTAIN.put(
                Language.PYTHON, Shape.all("environ[\"\"] environ.get(\"\" os.getenv(\"\" getenv(\"\" environb[\"\"]"));
        List<Shape> script = Shape.all("""
                process.env[""] process.env.* import.meta.env.* Deno.env.get("" Bun.env.* Bun.env[""]
                """);
        CERTAIN.put(Language.JAVASCRIPT, script);
        CERTAIN.put(Language.TYPESCRIPT, script);
        CERTAIN.put(Language.TSX, script);
        CERTAIN.put(Language.GO, Shape.all("os.Getenv|LookupEnv(\"\" syscall.Getenv(\"\""));
        CERTAIN.put(Language.RUST, Shape.all("env::var|var_os(\"\" env!(\"\" option_env!(\"\""));
        CERTAIN.put(Language.C, Shape.all("getenv|secure_getenv(\"\""));
        CERTAIN.put(Language.CPP, Shape.all("getenv|secure_getenv(\"\""));
        CERTAIN.put(Language.CSHARP, Shape.all("Environment.GetEnvironmentVariable(\"\""));
        CERTAIN.put(Language.RUBY, Shape.all("ENV[\"\"] ENV.fetch(\"\" ENV.key?(\"\""));
        CERTAIN.put(Language.PHP, Shape.all("getenv(\"\" $_ENV[\"\"]"));
        CERTAIN.put(Language.SWIFT, Shape.all("processInfo.environment[\"\"]"));
        SHOUTED.put(Language.JAVA, Shape.all("@Value(\"\""));
        SHOUTED.put(Language.KOTLIN, Shape.all("@Value(\"\""));
        SHOUTED.put(
                Language.PYTHON,
                Shape.all("env(\"\" env.str|int|bool|float|list|dict|json|url|db|db_url|cache_url(\"\" config(\"\""));
        SHOUTED.put(Language.PHP, Shape.all("env(\"\" $_SERVER[\"\"]"));
        SHOUTED.put(Language.GO, Shape.all("viper.BindEnv(\"\""));
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]{0,199})[:}]");

    private static final Pattern PRISMA = Pattern.compile("\\benv\\(\"([A-Z][A-Z0-9_]{0,199})\"\\)");

    /** A field's tag as the libraries that fill structures from the environment read it. */
    private static final Pattern TAG = Pattern.compile("\\b(?:env|envconfig):\"([A-Z][A-Z0-9_]{0,199})[\",]");

    /** What a web server tells PHP of a request (RFC 3875, section 4.1, and PHP's manual on $_SERVER). */
    private static final Pattern OF_REQUEST = Pattern.compile(
            "(?:HTTP|HTTPS|REQUEST|SERVER|REMOTE|SCRIPT|PATH|QUERY|DOCUMENT|CONTENT|PHP|GATEWAY|ORIG|REDIRECT|UNIQUE"
                    + "|AUTH|ARGV|ARGC|SHELL|HOME|USER|CONTEXT|LOCAL|SSL|X)(?:_.*)?");

    /** What bundlers put there themselves. */
    private static final Pattern OF_BUNDLER = Pattern.compile("MODE|DEV|PROD|SSR|BASE_URL|get|has|toObject");

    private final Tokens tokens;
    private final Language language;
    private final Found found;
    private final Set<String> imported;
    private final boolean environ;
    private final boolean decouple;

    private VariableReads(Tokens tokens, Language language, Found found) {
        this.tokens = tokens;
        this.language = language;
        this.found = found;
        this.imported = language == Language.PYTHON ? importedFromOs(tokens) : Set.of();
        this.environ = tokens.mentions("environ");
        this.decouple = tokens.mentions("decouple");
    }

    static void read(Tokens tokens, Language language, Found found) {
        new VariableReads(tokens, language, found).read();
    }

    private void read() {
        List<Shape> certain = CERTAIN.getOrDefault(language, List.of());
        List<Shape> shouted = SHOUTED.getOrDefault(language, List.of());
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.isString(at)) {
                tag(at);
                continue;
            }
            for (Shape shape : certain) {
                if (shape.fits(tokens, at) && !isWritten(shape.end(at))) {
                    named(shape.name(at), at);
                }
            }
            for (Shape shape : shouted) {
                if (shape.fits(tokens, at)) {
                    library(at, shape.name(at));
                }
            }
            unpacked(at);
        }
    }

    /** Whether one equals sign follows. */
    private boolean isWritten(int end) {
        boolean operator = tokens.isMark(end + 1, '=') || tokens.isMark(end + 1, '>') || tokens.isMark(end + 1, '~');
        return tokens.isMark(end, '=') && !operator;
    }

    private void named(int name, int at) {
        String text = tokens.text(name);
        if (!isKnown(at) || (tokens.isString(name) && !tokens.isValue(name))) {
            return;
        }
        if (!tokens.isWord(at, "import") || !OF_BUNDLER.matcher(text).matches()) {
            found.variable(text, Found.READ, tokens.line(name));
        }
    }

    /** Whether a function or object of this name is that of the standard library. */
    private boolean isKnown(int at) {
        if (!tokens.isMark(at - 1, '.')) {
            boolean known =
                    language != Language.PYTHON || tokens.isWord(at, "os") || imported.contains(tokens.text(at));
            return known && !tokens.isMark(at - 1, '>');
        }
        return switch (language) {
            case PYTHON -> tokens.isWord(at - 2, "os");
            case JAVASCRIPT, TYPESCRIPT, TSX -> tokens.isWord(at - 2, "globalThis");
            case C, CPP, PHP, RUBY -> false;
            default -> true;
        };
    }

    /** What Python files import with {@code from os import environ}. */
    private static Set<String> importedFromOs(Tokens tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i, "os") && tokens.isWord(i - 1, "from") && tokens.isWord(i + 1, "import")) {
                for (int k = i + 2; tokens.isWord(k) || tokens.isMark(k, ',') || tokens.isMark(k, '('); k++) {
                    names.add(tokens.text(k));
                }
            }
        }
        return names;
    }

    private void library(int at, int name) {
        String text = tokens.text(name);
        if (tokens.isMark(at, '@')) {
            placeholders(text, tokens.line(name), found);
        } else if (Found.isShouted(text) && tokens.isValue(name) && isFree(at)) {
            boolean request =
                    tokens.isWord(at, "$_SERVER") && OF_REQUEST.matcher(text).matches();
            boolean bound = tokens.isWord(at, "viper");
            if (!request && !bound) {
                found.variable(text, Found.READ, tokens.line(name));
            }
        }
        if (tokens.isWord(at, "viper") && tokens.isMark(name + 1, ',') && tokens.isValue(name + 2)) {
            found.variable(tokens.text(name + 2), Found.READ, tokens.line(name + 2));
        }
    }

    /** A function of this name, not a method of something else, nor its definition. */
    private boolean isFree(int at) {
        boolean unknown = language == Language.PYTHON && !(tokens.isWord(at, "config") ? decouple : environ);
        boolean member = unknown
                || tokens.isMark(at - 1, '.')
                || (tokens.isMark(at - 1, '>') && tokens.isMark(at - 2, '-'))
                || tokens.isMark(at - 1, ':');
        return !member && !tokens.isWord(at - 1, "def") && !tokens.isWord(at - 1, "function");
    }

    /** Adds the variables that a text of Spring or Micronaut stands open for: <code>${DB_URL:none}</code>. */
    static void placeholders(String text, int line, Found found) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find() && !found.isFull()) {
            found.variable(text.substring(matcher.start(1), matcher.end(1)), Found.READ, line);
        }
    }

    /** Adds the variables that a line of a Prisma schema names: {@code env("DATABASE_URL")}. */
    static void prisma(String line, int number, Found found) {
        Matcher matcher = PRISMA.matcher(line);
        while (matcher.find()) {
            found.variable(line.substring(matcher.start(1), matcher.end(1)), Found.READ, number);
        }
    }

    private void tag(int at) {
        if (language == Language.GO && tokens.isWhole(at)) {
            String text = tokens.text(at);
            Matcher matcher = TAG.matcher(text);
            if (matcher.find()) {
                found.variable(text.substring(matcher.start(1), matcher.end(1)), Found.READ, tokens.line(at));
            }
        }
        boolean option = language == Language.RUST
                && tokens.isMark(at - 1, '=')
                && tokens.isWord(at - 2, "env")
                && (tokens.isMark(at - 3, ',') || tokens.isMark(at - 3, '('));
        if (option && Found.isShouted(tokens.text(at))) {
            found.variable(tokens.text(at), Found.READ, tokens.line(at));
        }
    }

    /** {@code const { HOST, PORT: port } = process.env}. */
    private void unpacked(int at) {
        boolean environment = tokens.isWord(at, "process")
                && tokens.isMark(at + 1, '.')
                && tokens.isWord(at + 2, "env")
                && tokens.isMark(at - 1, '=')
                && tokens.isMark(at - 2, '}');
        if (!environment || tokens.isMark(at + 3, '.')) {
            return;
        }
        int close = at - 2;
        for (int i = tokens.partner(close) + 1; i < close; i++) {
            boolean begins = tokens.isMark(i - 1, '{') || tokens.isMark(i - 1, ',');
            if (begins && tokens.isWord(i)) {
                found.variable(tokens.text(i), Found.READ, tokens.line(i));
            }
        }
    }
}
