package dev.caffeinecode.platform.database;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Whether the database answers. */
@Singleton
public class DatabaseHealth {
    private static final int TIMEOUT_SECONDS = 3;

    private final DataSource database;

    /** @param resolver gives the pool itself: the bean in front of it works inside transactions only */
    DatabaseHealth(DataSource database, DataSourceResolver resolver) {
        this.database = resolver.resolve(database);
    }

    /** @throws ProblemException {@link ErrorCode#DATABASE_UNAVAILABLE} */
    public void require() {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(TIMEOUT_SECONDS)) {
                throw new ProblemException(ErrorCode.DATABASE_UNAVAILABLE, "the database does not answer");
            }
        } catch (SQLException e) {
            throw new ProblemException(ErrorCode.DATABASE_UNAVAILABLE, "the database does not answer", e);
        }
    }
}
