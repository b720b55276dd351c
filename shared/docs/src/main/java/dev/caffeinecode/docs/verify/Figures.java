package dev.caffeinecode.docs.verify;

/**
 * What the checks of a page came to. But for the last two, they are of the model's text as it was before anything was cut.
 *
 * @param citations in it, those that do not resolve included
 * @param identifiersResolved mentions of names that there are
 * @param identifiersUnknown mentions of names that nothing has
 * @param supported sentences whose cited lines hold every name in them
 * @param unsupported sentences whose cited lines hold none; they are marked
 * @param undecided sentences of which the check could not tell
 * @param uncited paragraphs, items and rows that state something and cite nothing
 * @param repaired findings that were gone when the model had been told of them
 * @param cut sentences, paragraphs, items and rows that were taken out
 */
public record Figures(
        int citations,
        int identifiersResolved,
        int identifiersUnknown,
        int supported,
        int unsupported,
        int undecided,
        int uncited,
        int repaired,
        int cut) {
    /** Of a page that is put together from facts: it claims nothing that could be checked against them. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Returns these after a repair and a cut. */
    public Figures with(int nowRepaired, int nowCut) {
        return new Figures(
                citations,
                identifiersResolved,
                identifiersUnknown,
                supported,
                unsupported,
                undecided,
                uncited,
                nowRepaired,
                nowCut);
    }
}
