package dev.caffeinecode.platform.problem;

import org.jspecify.annotations.Nullable;

/** The one exception of this project: what went wrong, by {@link ErrorCode}, and a sentence for whoever has to act. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * @param detail shown to the caller when the code's kind is {@link ErrorCode.Kind#CALLER}, so it holds no text that
     *     came from the other side of a connection, no credentials and no path of this machine
     */
    public ProblemException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    public ProblemException(ErrorCode code, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** The sentence given to the constructor. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
