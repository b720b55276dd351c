package dev.caffeinecode.code.secret;

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

    /** The forms that the issuers publish for secret scanning. A group is what is masked when it is not the whole. */
    private static final List<Form> TOKENS = List.of(
            Form.of(
                    "\\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\\b",
                    "AKIA", "ASIA", "AROA", "AIDA", "ABIA", "ACCA"),
            Form.of("(?i)\\baws.{0,20}?(?:secret|key).{0,20}?[\"'=: >]"
                    // An upper-case letter tells it from a hash.
                    + "((?-i:(?=[a-z0-9/+]{0,39}[A-Z])[A-Za-z0-9/+]{40}))(?![A-Za-z0-9/+=])"),
            Form.of("\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            Form.of("\\bgithub_pat_[A-Za-z0-9_]{22,255}\\b", "github_pat_"),
            Form.of("\\bglpat-[A-Za-z0-9_-]{20,}", "glpat-"),
            Form.of("\\bxox[abeoprs]-[A-Za-z0-9-]{10,}", "xox"),
            Form.of(
                    "https://hooks\\.slack\\.com/services/([A-Z0-9]{8,}/[A-Z0-9]{8,}/[A-Za-z0-9]{20,})",
                    "hooks.slack.com"),
            Form.of("\\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])", "AIza"),
            Form.of("\\bGOCSPX-[A-Za-z0-9_-]{28}", "GOCSPX-"),
            Form.of("\\b[rs]k_live_[A-Za-z0-9]{20,}\\b", "k_live_"),
            Form.of("\\bsk-(?:ant|proj|svcacct)-[A-Za-z0-9_-]{20,}", "sk-"),
            Form.of("\\bSG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}", "SG."),
            Form.of("\\bhf_[A-Za-z0-9]{34,}\\b", "hf_"),
            Form.of("\\bdop_v1_[a-f0-9]{64}\\b", "dop_v1_"),
            Form.of("\\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}", "pypi-"),
            Form.of("\\bnpm_[A-Za-z0-9]{36}\\b", "npm_"),
            Form.of("\\bAccountKey=([A-Za-z0-9+/]{86}==)", "AccountKey="),
            Form.of("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}", "eyJ"),
            // A password in a URL, unless it is a word that stands for one.
            Form.of(
                    "(?i)\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@\"'`<>{}$]{1,64}:"
                            + "(?!(?:pass(?:word|wd)?|pw|pwd|secret|token|key|user(?:name)?|root|admin|guest|postgres|mysql|example"
                            + "|test|x+|\\*+|\\.+)@)([^\\s/:@\"'`<>{}$%]{3,100})@",
                    "://"));

    private static final Pattern PEM_BEGIN = Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern PEM_END = Pattern.compile("-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----");

    /** What tells a key from code that names the two lines around one. */
    private static final Pattern KEY_LINE = Pattern.compile("[A-Za-z0-9+/]{40}");

    /** Characters of a key; bounds the search for its end. */
    private static final int MAX_KEY = 20_000;

    /** A key whose end is missing. */
    private static final Pattern KEY_LINES = Pattern.compile("(?:(?:\\s|\\\\[nr])*+[A-Za-z0-9+/=]{20,}+)++");

    /**
     * A kind of credential.
     *
     * @param marks each that there is has one of these in it, which is found much faster; none when case does not count
     */
    private record Form(Pattern pattern, List<String> marks) {
        static Form of(String pattern, String... marks) {
            return new Form(Pattern.compile(pattern), List.of(marks));
        }

        boolean mayBeIn(String text) {
            return marks.isEmpty() || marks.stream().anyMatch(text::contains);
        }
    }

    /** Masks with nothing but white space between them, such as the lines of one key; Markdown escapes the brackets. */
    private static final Pattern SHOWN = Pattern.compile("(?:\\\\?\\[secret removed\\\\?]\\s*+)++");

    private SecretMask() {}

    /**
     * A text without credentials.
     *
     * @param masked how many were found
     */
    public record Masked(String text, int masked) {}

    /** How many credentials a masked text shows to be missing, also when it was made Markdown of since. */
    public static int countShown(String text) {
        return (int) SHOWN.matcher(text).results().count();
    }

    public static Masked mask(String text) {
        Masked keys = maskPrivateKeys(text);
        String result = keys.text();
        int count = keys.masked();
        for (Form token : TOKENS) {
            if (!token.mayBeIn(result)) {
                continue;
            }
            Matcher matcher = token.pattern().matcher(result);
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

    /** From the BEGIN line to the END line; each line of the key becomes a mask. */
    private static Masked maskPrivateKeys(String text) {
        Matcher begin = PEM_BEGIN.matcher(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        int count = 0;
        while (begin.find()) {
            int stop = endOfKey(text, begin.end());
            if (begin.start() >= from && stop > begin.end()) {
                String key = text.substring(begin.start(), stop);
                result.append(text, from, begin.start());
                result.append(key.replaceAll("[^\\r\\n]+", Matcher.quoteReplacement(MASK)));
                from = stop;
                count++;
            }
        }
        return new Masked(
                count == 0 ? text : result.append(text, from, text.length()).toString(), count);
    }

    /** Where the key ends whose BEGIN line ends at {@code from}; there if no key follows. */
    private static int endOfKey(String text, int from) {
        Matcher end = PEM_END.matcher(text).region(from, Math.min(text.length(), from + MAX_KEY));
        if (end.find() && KEY_LINE.matcher(text).region(from, end.start()).find()) {
            return end.end();
        }
        Matcher lines = KEY_LINES.matcher(text).region(from, text.length());
        return lines.lookingAt() ? lines.end() : from;
    }
}
