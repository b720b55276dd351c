package dev.caffeinecode.platform.database;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** Tells database failures that pass from those that are our fault. */
public final class DatabaseProblems {
    /** SQLSTATE classes and codes worth a retry, PostgreSQL 17 documentation, appendix A. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53");

    private static final Set<String> TRANSIENT_CODES = Set.of("40001", "40P01", "55P03", "57P01", "57P02", "57P03");

    private DatabaseProblems() {}

    /** A {@link ErrorCode#DATABASE_UNAVAILABLE} problem when the failure, or one that caused it, may pass by itself. */
    public static Optional<ProblemException> passing(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && mayPass(sql)) {
                return Optional.of(
                        new ProblemException(ErrorCode.DATABASE_UNAVAILABLE, "the database did not answer", failure));
            }
            depth++;
        }
        return Optional.empty();
    }

    private static boolean mayPass(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || (state != null
                        && (TRANSIENT_CODES.contains(state)
                                || (state.length() == 5 && TRANSIENT_CLASSES.contains(state.substring(0, 2)))));
    }
}
