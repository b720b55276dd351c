package dev.caffeinecode.platform.telemetry;

/** The keys under which values stand in log lines; there are no others. */
public final class LogKeys {
    public static final String ATTEMPT = "attempt";
    public static final String BYTES = "bytes";
    public static final String CODE = "code";
    public static final String COMMIT = "commit";
    public static final String COUNT = "count";
    public static final String FILES = "files";
    public static final String HOST = "host";
    public static final String MESSAGE_ID = "messageId";
    public static final String MESSAGE_TYPE = "messageType";
    public static final String MILLIS = "millis";
    public static final String MODEL = "model";
    public static final String PAGE_ID = "pageId";
    public static final String PATH = "path";
    public static final String QUEUE = "queue";
    public static final String REPOSITORY_ID = "repositoryId";
    public static final String REQUEST_ID = "requestId";
    public static final String REUSED = "reused";
    public static final String RUN_ID = "runId";
    public static final String SNAPSHOT_ID = "snapshotId";
    public static final String STATUS = "status";
    public static final String SYMBOLS = "symbols";
    public static final String TOKENS_IN = "tokensIn";
    public static final String TOKENS_OUT = "tokensOut";

    private LogKeys() {}
}
