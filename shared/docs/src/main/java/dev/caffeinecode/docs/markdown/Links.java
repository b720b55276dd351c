package dev.caffeinecode.docs.markdown;

import dev.caffeinecode.code.LineRange;
import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two kinds of links inside a stored page. They name what they lead to, not where it lies, so that a page reads the
 * same in an export and in the app: {@code source:<path>#L<first>-L<last>} and {@code page:<slug>}; paths are
 * percent-encoded.
 */
public final class Links {
    public static final String SOURCE = "source:";
    public static final String PAGE = "page:";

    private static final Pattern TARGET =
            Pattern.compile("source:(?<path>[^#]*)(?:#L(?<first>[0-9]{1,9})-L(?<last>[0-9]{1,9}))?");

    private Links() {}

    /** @param label null for path and lines in a code span */
    public static String source(String path, LineRange lines, @Nullable String label) {
        String numbers = lines.count() == 1 ? String.valueOf(lines.first()) : lines.first() + "-" + lines.last();
        String shown = label == null || label.isBlank() ? name(path + ":" + numbers) : label;
        return "[" + shown + "](" + SOURCE + encode(path) + "#L" + lines.first() + "-L" + lines.last() + ")";
    }

    /** Code, unless a pipe is to be escaped, which in code is only done inside a table. */
    private static String name(String path) {
        return path.contains("|") ? Markdown.escape(path) : Markdown.code(path);
    }

    /** The whole of a file. */
    public static String sourceDestination(String path) {
        return SOURCE + encode(path);
    }

    public static String page(String slug, String title) {
        return "[" + Markdown.escape(title) + "](" + PAGE + encode(slug) + ")";
    }

    /**
     * What a source link leads to.
     *
     * @param lines null for the whole file
     */
    public record SourceTarget(String path, @Nullable LineRange lines) {}

    /** @return empty for what is no such link, or a broken one */
    public static Optional<SourceTarget> sourceTarget(String destination) {
        Matcher target = TARGET.matcher(destination);
        if (!target.matches()) {
            return Optional.empty();
        }
        String first = target.group("first");
        String last = target.group("last");
        try {
            LineRange lines = first == null || last == null
                    ? null
                    : new LineRange(Integer.parseInt(first), Integer.parseInt(last));
            return Optional.of(new SourceTarget(decode(String.valueOf(target.group("path"))), lines));
        } catch (IllegalArgumentException e) { // no such range, or bad percent-encoding
            return Optional.empty();
        }
    }

    /** @return empty for what is no such link, or a broken one */
    public static Optional<String> pageTarget(String destination) {
        if (!destination.startsWith(PAGE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(destination.substring(PAGE.length())));
        } catch (IllegalArgumentException e) { // bad percent-encoding
            return Optional.empty();
        }
    }

    /** Percent-encodes all but what a Markdown destination and a URL path may hold plainly. */
    public static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
