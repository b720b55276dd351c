package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServerSettingsTest {
    @Test
    void parallelIndexBuildsAreOffForTheSakeOfOldPgvectors() {
        assertThat(ServerSettings.arguments(PostgresOptions.forKeeps())).contains("max_parallel_maintenance_workers=0");
    }

    @Test
    void onlyServersForTestsDoWithoutTheDisk() {
        assertThat(ServerSettings.arguments(PostgresOptions.forKeeps())).doesNotContain("fsync=off");
        assertThat(ServerSettings.arguments(PostgresOptions.forTests()))
                .contains("fsync=off", "synchronous_commit=off", "full_page_writes=off");
    }
}
