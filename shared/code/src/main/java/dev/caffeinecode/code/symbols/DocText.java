package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.secret.SecretMask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes the marks off comments and docstrings. */
final class DocText {
    /** Longer texts are cut: nobody documents one symbol with more. */
    static final int MAX_CHARACTERS = 8_000;

    private static final Pattern LINE_MARK = Pattern.compile("^\\s*(?:/{2,}[!<]?|#+|--+|;+)");
    private static final Pattern BLOCK_OPEN = Pattern.compile("^/\\*+[!<]?");
    private static final Pattern BLOCK_CLOSE = Pattern.compile("\\*+/$");
    private static final Pattern STAR = Pattern.compile("^\\s*\\*+(?!/)(?=\\s|$)|^\\s*\\*(?=\\S)");
    private static final Pattern RULER = Pattern.compile("^\\s*([*=\\-_#/~+.])\\1{2,}\\s*$");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "^\\s*(?:go:|nolint|lint:|\\+build|eslint|prettier-|istanbul |c8 |v8 |@ts-|tslint:|jshint|noqa|pylint:"
                    + "|type: ?ignore|clang-format|NOLINT|cppcheck|shellcheck |rubocop:|frozen_string_literal"
                    + "|-\\*-|vim:|swiftlint:|spell-checker|phpcs:|@codingStandards|region\\b|endregion\\b).*");
    private static final Pattern STRING_OPEN = Pattern.compile("^[a-zA-Z]{0,3}(\"\"\"|'''|\"|')");

    private DocText() {}

    /** Returns the text of one or more comments in a row; empty if there is none or it documents nothing. */
    static String ofComment(String raw) {
        boolean block = raw.startsWith("/*");
        String body = block
                ? BLOCK_CLOSE.matcher(BLOCK_OPEN.matcher(raw).replaceFirst("")).replaceFirst("")
                : raw;
        Pattern mark = block ? STAR : LINE_MARK;
        List<String> lines = new ArrayList<>();
        for (String line : body.split("\\R", -1)) {
            String bare = mark.matcher(line).replaceFirst("").stripTrailing();
            if (!RULER.matcher(bare).matches() && !DIRECTIVE.matcher(bare).matches()) {
                lines.add(bare);
            }
        }
        return limited(dedented(lines, block ? 1 : 0));
    }

    /** Returns the text of a string that documents what it stands in, without quotes and indentation (PEP 257). */
    static String ofString(String raw) {
        var open = STRING_OPEN.matcher(raw);
        if (!open.find()) {
            return "";
        }
        int quote = open.end() - open.start(1);
        String body = raw.substring(open.end(), Math.max(open.end(), raw.length() - quote));
        return limited(dedented(List.of(body.split("\\R", -1)), 1));
    }

    /** Returns whether a comment says who owns the file rather than what the code does. */
    static boolean isLicense(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("copyright") || lower.contains("licensed under") || lower.contains("spdx-license");
    }

    /** Takes off the white space that all lines begin with, except the first lines, which are stripped on their own. */
    private static String dedented(List<String> lines, int first) {
        int margin = lines.stream()
                .skip(first)
                .filter(line -> !line.isBlank())
                .mapToInt(DocText::indentation)
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            text.append(
                            i < first
                                    ? line.strip()
                                    : line.substring(Math.min(margin, line.length()))
                                            .stripTrailing())
                    .append('\n');
        }
        String joined = text.toString().stripTrailing();
        int begin = 0;
        for (int end = joined.indexOf('\n');
                end >= 0 && joined.substring(begin, end).isBlank(); ) {
            begin = end + 1;
            end = joined.indexOf('\n', begin);
        }
        return joined.substring(begin);
    }

    private static int indentation(String line) {
        int i = 0;
        while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String limited(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        String masked = SecretMask.mask(text).text(); // while credentials are whole
        int end = Math.min(masked.length(), MAX_CHARACTERS);
        return masked.substring(0, Character.isHighSurrogate(masked.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
