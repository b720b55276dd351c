package dev.caffeinecode.platform.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DatabaseUrlTest {
    @Test
    void userAndPasswordLeaveTheUrl() {
        assertThat(DatabaseUrl.parse("postgresql://me:s%40cret@db.acme.dev:6432/docs?sslmode=require"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db.acme.dev:6432/docs?sslmode=require", "me", "s@cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://db/docs", "jdbc:postgresql://db/docs", " postgresql://db/docs\n"})
    void commonSpellingsAreRead(String text) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl("jdbc:postgresql://db/docs", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "db/docs", "mysql://db/docs", "postgresql://db", "postgresql://db/", "postgresql:///docs"})
    void othersAreRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .withMessageContaining("postgresql://user:password@host:5432/name");
    }

    @Test
    void refusalDoesNotRepeatThePassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse("mysql://me:s3cr3t@db/docs"))
                .withMessageNotContaining("s3cr3t");
    }
}
