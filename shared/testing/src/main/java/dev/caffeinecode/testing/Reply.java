package dev.caffeinecode.testing;

/**
 * What the model says and why it stopped.
 *
 * @param stopReason as on the wire
 */
record Reply(String text, String stopReason) {
    private static final int CHARACTERS_IN_TOKEN = 4;
    private static final String END_TURN = "end_turn";
    private static final String MAX_TOKENS = "max_tokens";

    /** The stand-in's tokens: four characters each, rounded up. */
    static int tokens(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS_IN_TOKEN);
    }

    /** Answers; cut at the request's limit, as the service does. */
    static Reply to(ConverseRequest request, Behaviour.Spoken behaviour) {
        String prompt = request.prompt();
        Reply whole = switch (behaviour) {
            case Behaviour.Page _ -> new Reply(PageWriter.page(prompt), END_TURN);
            case Behaviour.Text text -> new Reply(text.text(), END_TURN);
            case Behaviour.Untrue untrue ->
                new Reply(request.isRepair() ? PageWriter.page(prompt) : UntruePages.page(untrue, prompt), END_TURN);
            case Behaviour.Insisting insisting -> new Reply(UntruePages.page(insisting.untrue(), prompt), END_TURN);
            case Behaviour.Cut _ -> half(PageWriter.page(prompt));
            case Behaviour.Empty _ -> new Reply("", END_TURN);
            case Behaviour.Filtered _ -> new Reply("Sorry, I cannot help with that.", "content_filtered");
            case Behaviour.Stopped stopped -> new Reply(PageWriter.page(prompt), stopped.stopReason());
        };
        return whole.within(request.maxTokens());
    }

    private static Reply half(String text) {
        return new Reply(text.substring(0, text.length() / 2), MAX_TOKENS);
    }

    private Reply within(int maxTokens) {
        if (maxTokens == 0 || tokens(text) <= maxTokens) {
            return this;
        }
        return new Reply(text.substring(0, maxTokens * CHARACTERS_IN_TOKEN), MAX_TOKENS);
    }
}
