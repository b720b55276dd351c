package dev.caffeinecode.search;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Runs statements that take many rows at once, a column as an array each. */
@Singleton
class Bulk {
    private final JdbcOperations jdbc;

    Bulk(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A column: the name of its element type in PostgreSQL, and a value for each row. */
    record Column(String type, List<? extends @Nullable Object> values) {}

    /**
     * @param sql takes each column, then the repository
     * @return rows that were changed
     */
    int update(String sql, List<Column> columns, UUID repository) {
        return jdbc.prepareStatement(sql, statement -> {
            List<Array> arrays = new ArrayList<>();
            try {
                bind(statement, columns, arrays);
                statement.setObject(columns.size() + 1, repository);
                return statement.executeUpdate();
            } finally {
                for (Array array : arrays) {
                    array.free();
                }
            }
        });
    }

    private static void bind(PreparedStatement statement, List<Column> columns, List<Array> arrays)
            throws SQLException {
        Connection connection = statement.getConnection();
        for (Column column : columns) {
            Array array =
                    connection.createArrayOf(column.type(), column.values().toArray());
            arrays.add(array);
            statement.setArray(arrays.size(), array);
        }
    }
}
