package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PostgresOptionsTest {
    @Test
    void defaultsAreSmallAndSafe() {
        assertThat(PostgresOptions.forKeeps()).isEqualTo(new PostgresOptions(true, 0, 100, 64, null));
        assertThat(PostgresOptions.forTests()).isEqualTo(new PostgresOptions(false, 0, 100, 64, null));
    }

    @Test
    void eachOptionIsChangedAlone() {
        PostgresOptions changed = PostgresOptions.forKeeps()
                .withPort(5433)
                .withMaxConnections(20)
                .withSharedBuffersMebibytes(256)
                .withCacheDirectory(Path.of("cache"));

        assertThat(changed).isEqualTo(new PostgresOptions(true, 5433, 20, 256, Path.of("cache")));
    }

    @Test
    void impossibleValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresOptions.forKeeps().withPort(65_536));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresOptions.forKeeps().withMaxConnections(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresOptions.forKeeps().withSharedBuffersMebibytes(0));
    }
}
