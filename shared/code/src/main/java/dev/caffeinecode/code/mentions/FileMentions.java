package dev.caffeinecode.code.mentions;

import java.util.List;
import java.util.Map;

/**
 * What one file says about others.
 *
 * @param imports in the order of the file
 * @param mentions each name once for each symbol, kind and receiver, in the order in which they first stand
 * @param types what the values of symbols are, by ordinal, as {@link Receivers} writes it: of fields and variables what they
 *     hold, of functions what they return; only those that are known
 */
public record FileMentions(List<Import> imports, List<Mention> mentions, Map<Integer, String> types) {
    /** What a file says that cannot be read. */
    public static final FileMentions NONE = new FileMentions(List.of(), List.of(), Map.of());

    public FileMentions {
        imports = List.copyOf(imports);
        mentions = List.copyOf(mentions);
        types = Map.copyOf(types);
    }
}
