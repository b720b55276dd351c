package dev.caffeinecode.code.links;

import java.util.regex.Pattern;

/**
 * How many arguments a function takes, as its signature tells.
 *
 * @param max {@link Integer#MAX_VALUE} if there is no limit or none is known
 */
record Parameters(int min, int max) {
    /** The object itself comes first where languages write it. */
    private static final Pattern OWN_OBJECT = Pattern.compile("\\(\\s*(?:&\\s*)?(?:mut\\s+)?(?:self|cls)\\b");

    private static final Parameters ANY = new Parameters(0, Integer.MAX_VALUE);

    /** Counts what stands between the first round brackets. Default values and optional parameters need not be given. */
    static Parameters of(String signature) {
        int open = signature.indexOf('(');
        if (open < 0 || signature.endsWith("…")) {
            return ANY;
        }
        int depth = 0;
        int count = 0;
        int optional = 0;
        boolean any = false;
        boolean blank = true;
        for (int i = open; i < signature.length(); i++) {
            char c = signature.charAt(i);
            switch (c) {
                case '(', '[', '{', '<' -> depth++;
                case ')', ']', '}', '>' -> depth--;
                case ',' -> count += depth == 1 ? 1 : 0;
                case '=', '?' -> optional += depth == 1 ? 1 : 0;
                case '.' -> any |= signature.startsWith("...", i);
                case '*' -> any |= depth == 1;
                default -> {}
            }
            blank &= i == open || c == ')' || Character.isWhitespace(c);
            if (depth == 0) {
                int total = blank ? 0 : count + 1;
                int given = total
                        - (OWN_OBJECT.matcher(signature).region(open, i + 1).lookingAt() ? 1 : 0);
                int least = Math.max(0, given - optional - (any ? 1 : 0));
                return new Parameters(least, any ? Integer.MAX_VALUE : given);
            }
        }
        return ANY;
    }

    boolean take(int arguments) {
        return arguments >= min && arguments <= max;
    }
}
