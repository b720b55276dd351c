package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.docs.markdown.Markdown;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Docstrings as Markdown: credentials are masked, code stays code, tags and HTML go, the rest is escaped. */
final class DocProse {
    /** What a link says in place of its target: {@code Item#price(int, int) its price}. */
    private static final Pattern LABEL = Pattern.compile("[^\\s(]+(?:\\([^)]*\\))?\\s+(?<label>.+)");

    /** Javadoc and Rustdoc inline code, HTML code elements, reST and Markdown code spans. */
    private static final Pattern CODE =
            Pattern.compile("\\{@(?<kind>code|literal|link|linkplain|value)\\s+(?<tag>[^{}]*(?:\\{[^{}]*}[^{}]*)*)}"
                    + "|<(?:code|tt)>(?<html>[^<]*)</(?:code|tt)>"
                    // KDoc and Rustdoc links; what has no capital, dot or call may be a word in brackets.
                    + "|(?<![\\w)\\]])\\[(?=[^]]*[A-Z_.:`(])`?(?<ref>[A-Za-z_][A-Za-z0-9_.:#]*(?:\\(\\))?)`?](?![(\\[:])"
                    + "|``(?<rest>[^`\\n]+)``"
                    // A role of reStructuredText, as Sphinx has them: a label and a target, or a target to be
                    // shortened.
                    + "|:[a-z]{1,20}(?::[a-z]{1,20})?:`(?:(?<said>[^`<\\n]{1,200}?)\\s*<[^`<>\\n]{1,200}>|(?<role>[^`\\n]+))`"
                    + "|`(?<md>[^`\\n]+)`");

    /** Sphinx shows of {@code ~a.b.C} only its last part, and a leading dot or bang is for searching. */
    private static final Pattern SHORTENED = Pattern.compile("^(?:~(?:[\\w.]*\\.)?|[!.])");

    /** Markdown links, inline and by reference. */
    private static final Pattern LINK = Pattern.compile("\\[(?<label>[^\\[\\]]+)](?:\\([^()\\s]*\\)|\\[[^\\[\\]]*])");

    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s*(?<text>[^{}]*)}");
    private static final Pattern ELEMENT = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
    private static final Pattern ENTITY = Pattern.compile("&(?:[a-z]{2,4}|#64);");
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"", "&nbsp;", " ", "&#64;", "@");

    private DocProse() {}

    /** One line. */
    static String of(String text) {
        String line = SecretMask.mask(text).text().replaceAll("\\s+", " ").strip();
        StringBuilder prose = new StringBuilder();
        Matcher code = CODE.matcher(line);
        int from = 0;
        while (code.find()) {
            prose.append(plain(line.substring(from, code.start())));
            prose.append(shown(code));
            from = code.end();
        }
        return prose.append(plain(line.substring(from))).toString();
    }

    private static String shown(Matcher code) {
        String said = code.group("said");
        if (said != null) {
            return plain(said);
        }
        String role = code.group("role");
        if (role != null) {
            return Markdown.code(SHORTENED.matcher(role).replaceFirst(""));
        }
        String content = content(code);
        Matcher label = LABEL.matcher(content);
        boolean isLink = String.valueOf(code.group("kind")).startsWith("link");
        return isLink && label.matches() ? plain(String.valueOf(label.group("label"))) : Markdown.code(content);
    }

    private static String content(Matcher code) {
        for (String group : new String[] {"tag", "html", "ref", "rest", "md"}) {
            String found = code.group(group);
            if (found != null) {
                return unescape(found.strip());
            }
        }
        return String.valueOf(code.group());
    }

    private static String plain(String text) {
        String untagged =
                INLINE_TAG.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(String.valueOf(tag.group(1))));
        String unlinked = LINK.matcher(untagged).replaceAll("$1");
        return Markdown.escape(unescape(ELEMENT.matcher(unlinked).replaceAll("")));
    }

    private static String unescape(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(ENTITIES.getOrDefault(entity.group(), entity.group())));
    }
}
