package dev.caffeinecode.ai;

import java.util.Optional;
import java.util.stream.Stream;

/** Who writes. */
public enum Provider {
    /** Nobody: pages hold the facts of the code graph, without prose of a model. */
    OUTLINE("outline"),
    /** Claude and others on Amazon Bedrock, by its Converse API. */
    BEDROCK("bedrock"),
    /** Claude by Anthropic's own API. */
    ANTHROPIC("anthropic"),
    /** A model of this machine. */
    OLLAMA("ollama");

    private final String label;

    Provider(String label) {
        this.label = label;
    }

    /** As in the database, in settings and on the wire. */
    public String label() {
        return label;
    }

    public static Optional<Provider> find(String label) {
        return Stream.of(values())
                .filter(provider -> provider.label.equals(label))
                .findFirst();
    }
}
