package dev.caffeinecode.ai;

import java.util.regex.Pattern;

/**
 * A model of a provider.
 *
 * @param name as the provider calls it: a Bedrock model id or inference profile, an Anthropic model name, an Ollama tag
 */
public record ModelId(Provider provider, String name) {
    static final String FORM = "[A-Za-z0-9][A-Za-z0-9._:/@-]{0,255}";

    private static final Pattern NAME = Pattern.compile(FORM);

    /** What stands for no model. */
    public static final ModelId OUTLINE = new ModelId(Provider.OUTLINE, "outline");

    public ModelId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a model name");
        }
    }

    /** Whether a name may be one. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public String toString() {
        return provider.label() + "/" + name;
    }
}
