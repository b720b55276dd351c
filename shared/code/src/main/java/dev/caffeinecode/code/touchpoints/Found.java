package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.code.secret.SecretMask;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The touchpoints of one file found so far, each once, at the line where it comes first. */
final class Found {
    /** Nobody writes more in one file. */
    static final int MAX_TOUCHPOINTS = 1_000;

    static final int MAX_NAME_CHARACTERS = 200;

    static final String READ = "read";
    static final String DECLARED = "declared";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SHOUTED = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]*)*");

    /** What routers of all kinds write in a path, with no place for a query, a host or an expression. */
    private static final Pattern PATH = Pattern.compile("[^\\s?#\"'`\\\\]*+");

    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(?:\\.[A-Za-z_][A-Za-z0-9_$]*){0,2}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/-]*");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final String path;
    private final Map<Key, Touchpoint> all = new LinkedHashMap<>();

    /** What is noted once only. */
    private record Key(TouchpointKind kind, String name, String detail) {}

    Found(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    List<Touchpoint> all() {
        return all.values().stream()
                .sorted(Comparator.comparingInt(each -> each.source().lines().first()))
                .toList();
    }

    boolean isFull() {
        return all.size() >= MAX_TOUCHPOINTS;
    }

    void variable(String name, String detail, int line) {
        if (VARIABLE.matcher(name).matches()) {
            add(TouchpointKind.ENVIRONMENT_VARIABLE, name, detail, line);
        }
    }

    /** Returns whether a name is written as names of variables of the environment mostly are: {@code DB_URL}. */
    static boolean isShouted(String name) {
        return name.length() <= MAX_NAME_CHARACTERS && SHOUTED.matcher(name).matches();
    }

    /**
     * Adds a route.
     *
     * @param methods in any case, separated by white space; blank for all methods
     * @param prefix with or without slashes at its ends, as the path
     */
    void route(String methods, String prefix, String route, int line) {
        String joined = SLASHES.matcher("/" + prefix + "/" + route).replaceAll("/");
        String whole = joined.length() > 1 && joined.endsWith("/") && !route.endsWith("/")
                ? joined.substring(0, joined.length() - 1)
                : joined;
        if (whole.length() > MAX_NAME_CHARACTERS || !PATH.matcher(whole).matches()) {
            return;
        }
        for (String method : (methods.isBlank() ? "ANY" : methods).strip().split("\\s+")) {
            String shown = method.toUpperCase(Locale.ROOT);
            add(TouchpointKind.HTTP_ROUTE, whole, shown.equals("ALL") ? "ANY" : shown, line);
        }
    }

    /** Joins prefixes of a route; empty if that is longer than any route. */
    static Optional<String> joined(String before, String after) {
        boolean whole = before.length() + after.length() < MAX_NAME_CHARACTERS;
        return whole ? Optional.of(before + "/" + after) : Optional.empty();
    }

    void table(String name, String detail, int line) {
        if (name.length() <= MAX_NAME_CHARACTERS && TABLE.matcher(name).matches()) {
            add(TouchpointKind.TABLE, name, detail, line);
        }
    }

    /** Adds a queue or topic; the end of a URL or ARN is taken for it. */
    void channel(TouchpointKind kind, String name, String detail, int line) {
        boolean address = name.startsWith("https://") || name.startsWith("arn:");
        String bare = address ? name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1) : name;
        if (bare.length() <= MAX_NAME_CHARACTERS && CHANNEL.matcher(bare).matches()) {
            add(kind, bare, detail, line);
        }
    }

    private void add(TouchpointKind kind, String name, String detail, int line) {
        boolean secret = SecretMask.mask(name).masked() > 0;
        if (!secret && !isFull() && name.length() <= MAX_NAME_CHARACTERS) {
            all.computeIfAbsent(
                    new Key(kind, name, detail),
                    _ -> new Touchpoint(kind, name, detail, new Location(path, new LineRange(line, line))));
        }
    }
}
