package dev.caffeinecode.repository.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The path of a clone URL: plain segments only. */
final class UrlPath {
    /** RFC 3986 {@code pchar}; a percent sign only before two hexadecimal digits. */
    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+");

    /** What no decoded segment may hold: separators, control characters. */
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\\\x00-\\x1f\\x7f\\ufffd]");

    private UrlPath() {}

    /** @return {@code /segment/segment}, without empty segments and trailing slash */
    static String check(String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            if (segment.isEmpty()) {
                continue;
            }
            if (!SEGMENT.matcher(segment).matches()) {
                throw CloneUrlParser.invalid(
                        "the path of the URL is malformed; leave out queries, fragments and spaces");
            }
            String decoded = decode(segment);
            if (UNSAFE.matcher(decoded).find() || decoded.equals(".") || decoded.equals("..")) {
                throw CloneUrlParser.invalid("the path of the URL holds a segment that is not a name");
            }
            segments.add(segment);
        }
        if (segments.isEmpty() || segments.equals(List.of(".git"))) {
            throw CloneUrlParser.invalid("the URL names a host but no repository; write https://host/owner/name");
        }
        return "/" + String.join("/", segments);
    }

    static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
