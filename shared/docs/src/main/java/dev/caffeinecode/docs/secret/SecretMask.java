package dev.caffeinecode.docs.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes credentials in a text unreadable while keeping its lines, so that line numbers stay true. Only what has the form
 * of a known kind of credential is masked; an unknown password in a sentence is not found.
 */
public final class SecretMask {
    /** What stands where a credential was. */
    public static final String MASK = "[secret removed]";

    /** The patterns that the issuers publish for secret scanning, and keys named as secrets with a literal value. */
    private static final List<Pattern> TOKENS = List.of(
            Pattern.compile("\\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z2-7]{16}\\b"),
            Pattern.compile("(?i)\\baws.{0,20}?(?:secret|key).{0,20}?[\"'=: >]([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b"),
            Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{22,255}\\b"),
            Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20,}\\b"),
            Pattern.compile("\\bxox[abeoprs]-[A-Za-z0-9-]{10,}\\b"),
            Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}\\b"),
            Pattern.compile("\\b[rs]k_live_[A-Za-z0-9]{20,}\\b"),
            Pattern.compile("\\bsk-(?:ant|proj)-[A-Za-z0-9_-]{20,}"),
            Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"));

    private static final Pattern PEM_BEGIN = Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern PEM_END = Pattern.compile("-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----");

    private SecretMask() {}

    /**
     * A text without credentials.
     *
     * @param masked how many were found
     */
    public record Masked(String text, int masked) {}

    public static Masked mask(String text) {
        Masked keys = maskPrivateKeys(text);
        String result = keys.text();
        int count = keys.masked();
        for (Pattern token : TOKENS) {
            Matcher matcher = token.matcher(result);
            StringBuilder replaced = new StringBuilder();
            int from = 0;
            while (matcher.find()) {
                int start = matcher.groupCount() > 0 ? matcher.start(1) : matcher.start();
                replaced.append(result, from, start).append(MASK);
                from = matcher.groupCount() > 0 ? matcher.end(1) : matcher.end();
                count++;
            }
            result = from == 0
                    ? result
                    : replaced.append(result, from, result.length()).toString();
        }
        return new Masked(result, count);
    }

    /** From the BEGIN line to the END line, or to the end of the text; each line of the key becomes a mask. */
    private static Masked maskPrivateKeys(String text) {
        Matcher begin = PEM_BEGIN.matcher(text);
        Matcher end = PEM_END.matcher(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        int count = 0;
        while (begin.find(from)) {
            int stop = end.find(begin.end()) ? end.end() : text.length();
            String key = text.substring(begin.start(), stop);
            result.append(text, from, begin.start()).append(key.replaceAll("[^\\n]+", Matcher.quoteReplacement(MASK)));
            from = stop;
            count++;
        }
        return new Masked(
                count == 0 ? text : result.append(text, from, text.length()).toString(), count);
    }
}
