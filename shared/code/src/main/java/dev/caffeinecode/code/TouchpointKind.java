package dev.caffeinecode.code;

/** By what code meets the world around its process. */
public enum TouchpointKind implements Labelled {
    /** A path that is served over HTTP; its detail is the method in capitals, {@code ANY} if none is named,
     * {@code RESOURCES} for the usual ones of a resource. */
    HTTP_ROUTE("http-route"),

    /** A variable of the process's environment; its detail is {@code read} or {@code declared}. */
    ENVIRONMENT_VARIABLE("environment-variable"),

    /** A table of a database; its detail is {@code created}, {@code altered}, {@code mapped} or {@code queried}. */
    TABLE("table"),

    /** A queue of messages, each taken by one reader; its detail is {@code declared}, {@code sent} or {@code received}. */
    QUEUE("queue"),

    /** A stream of messages for all readers; details as of queues. */
    TOPIC("topic");

    private final String label;

    TouchpointKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
