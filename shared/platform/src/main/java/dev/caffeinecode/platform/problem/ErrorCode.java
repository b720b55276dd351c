package dev.caffeinecode.platform.problem;

import java.util.Locale;

/**
 * Every way a request or a step can fail. The {@link #label()} is stored and sent to clients, so it never changes once
 * released; each has an entry in {@code docs/problems.md} that says what to do.
 */
public enum ErrorCode {
    INVALID_REQUEST(Kind.CALLER, 400, "The request is malformed"),
    UNAUTHORIZED(Kind.CALLER, 401, "A valid bearer token is needed"),
    FORBIDDEN(Kind.CALLER, 403, "Not allowed for this user"),
    NO_SUCH_RESOURCE(Kind.CALLER, 404, "Nothing is here"),
    METHOD_NOT_ALLOWED(Kind.CALLER, 405, "This method is not offered here"),
    NOT_ACCEPTABLE(Kind.CALLER, 406, "No representation of the accepted types is offered"),
    PAYLOAD_TOO_LARGE(Kind.CALLER, 413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(Kind.CALLER, 415, "The request body is not JSON"),

    INVALID_URL(Kind.CALLER, 400, "The repository URL is malformed"),
    URL_TOO_LONG(Kind.CALLER, 400, "The repository URL is too long"),
    INVALID_REVISION(Kind.CALLER, 400, "The branch, tag or commit is malformed"),
    SCHEME_NOT_ALLOWED(Kind.CALLER, 422, "Only https URLs are cloned"),
    CREDENTIALS_IN_URL(Kind.CALLER, 422, "The repository URL holds credentials"),
    PORT_NOT_ALLOWED(Kind.CALLER, 422, "The port of the repository URL is not allowed"),
    HOST_NOT_PUBLIC(Kind.CALLER, 422, "The host is not on the public internet"),
    HOST_NOT_ALLOWED(Kind.CALLER, 422, "Repositories of this host are not cloned"),

    HOST_NOT_FOUND(Kind.CALLER, 422, "The host name does not exist"),
    REDIRECT_NOT_ALLOWED(Kind.CALLER, 422, "The git server redirects to another place"),
    AUTH_REQUIRED(Kind.CALLER, 422, "The repository does not exist or is private"),
    NOT_FOUND(Kind.CALLER, 422, "The git server has no such repository"),
    NOT_A_GIT_REPOSITORY(Kind.CALLER, 422, "No git repository answers at this URL"),
    REVISION_NOT_FOUND(Kind.CALLER, 422, "The repository has no such branch, tag or commit"),
    EMPTY_REPOSITORY(Kind.CALLER, 422, "The repository has no commits"),
    NO_DEFAULT_BRANCH(Kind.CALLER, 422, "The repository has no default branch"),
    CORRUPT_REPOSITORY(Kind.CALLER, 422, "The git server sent damaged data"),
    CLONE_TIMEOUT(Kind.CALLER, 422, "Cloning took too long"),
    REPOSITORY_TOO_LARGE(Kind.CALLER, 422, "The repository is over the size limit"),
    OBJECT_TOO_LARGE(Kind.CALLER, 422, "A file in the repository is over the size limit"),
    TOO_MANY_FILES(Kind.CALLER, 422, "The repository has too many files"),
    PATH_TOO_DEEP(Kind.CALLER, 422, "The repository has folders nested too deep"),

    NO_SUCH_REPOSITORY(Kind.CALLER, 404, "There is no such repository"),
    NO_SUCH_RUN(Kind.CALLER, 404, "There is no such run"),
    NO_SUCH_PAGE(Kind.CALLER, 404, "There is no such page"),
    NO_SUCH_PROMPT_TEMPLATE(Kind.CALLER, 404, "There is no such prompt template"),
    SNAPSHOT_NOT_READY(Kind.CALLER, 409, "The repository is not cloned and indexed yet"),
    REPOSITORY_BUSY(Kind.CALLER, 409, "The repository is being cloned"),
    RUN_FINISHED(Kind.CALLER, 409, "The run has already ended"),
    RUN_NOT_COMPLETED(Kind.CALLER, 409, "The run is not completed"),

    MODEL_NOT_CONFIGURED(Kind.CALLER, 422, "The model provider is not set up"),
    MODEL_ACCESS_DENIED(Kind.CALLER, 422, "The model provider refuses access"),
    MODEL_REQUEST_REFUSED(Kind.CALLER, 422, "The model provider refuses the request"),
    MODEL_INPUT_TOO_LARGE(Kind.CALLER, 422, "The prompt is longer than the model takes"),
    BUDGET_REACHED(Kind.CALLER, 422, "The budget of the run is used up"),
    MODEL_ANSWER_UNUSABLE(Kind.CALLER, 422, "The model gave no usable answer"),

    CLAIM_LOST(Kind.CALLER, 409, "Another worker has taken over, or the work was cancelled"),
    MODEL_THROTTLED(Kind.BUSY, 503, "The language model is over its quota"),
    BUDGET_BUSY(Kind.BUSY, 503, "The rest of the budget is set aside for calls under way"),
    WORKER_OUT_OF_TIME(Kind.BUSY, 503, "The worker's time ends before the work would"),
    MODEL_TIMED_OUT(Kind.TRANSIENT, 503, "The language model does not answer in time"),
    MODEL_UNAVAILABLE(Kind.TRANSIENT, 503, "The language model does not answer"),
    GIT_SERVER_UNAVAILABLE(Kind.TRANSIENT, 503, "The git server does not answer"),
    STORAGE_UNAVAILABLE(Kind.TRANSIENT, 503, "The object store does not answer"),
    QUEUE_UNAVAILABLE(Kind.TRANSIENT, 503, "The queue does not answer"),
    DATABASE_UNAVAILABLE(Kind.TRANSIENT, 503, "The database does not answer"),
    STEP_CRASHED(Kind.BUG, 500, "A step died several times in a row"),
    INTERNAL(Kind.BUG, 500, "Unexpected failure");

    /** Who has to act. */
    public enum Kind {
        /** The one who asked: their input is at fault; the step ends and is not repeated. */
        CALLER,
        /** Nobody yet: the same call may succeed later. */
        TRANSIENT,
        /** Nobody: it waits its turn. However long that takes, it does not count as a failure. */
        BUSY,
        /** Us. */
        BUG
    }

    private final Kind kind;
    private final int httpStatus;
    private final String title;

    ErrorCode(Kind kind, int httpStatus, String title) {
        this.kind = kind;
        this.httpStatus = httpStatus;
        this.title = title;
    }

    public Kind kind() {
        return kind;
    }

    /** 400 to 599; of a failure found in a step, the status it would have had when found in the request. */
    public int httpStatus() {
        return httpStatus;
    }

    /** One short sentence, without a full stop, that never changes from one occurrence to the next. */
    public String title() {
        return title;
    }

    /** The name on the wire and in the database, in snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The code with this label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ErrorCode of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
