package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /postgres-linux-x86_64.txz, vector.so",
        "Linux, aarch64, /postgres-linux-arm_64.txz, vector.so",
        "Mac OS X, x86_64, /postgres-darwin-x86_64.txz, vector.dylib",
        "Mac OS X, aarch64, /postgres-darwin-arm_64.txz, vector.dylib"
    })
    void namesTheArchiveAndTheLibrary(String osName, String osArch, String archive, String library) {
        Platform platform = Platform.of(osName, osArch);

        assertThat(platform.archive()).isEqualTo(archive);
        assertThat(platform.library("vector")).isEqualTo(library);
    }

    @Test
    void otherPlatformsAreToldWhatToDo() {
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .withMessageContaining("Windows 11")
                .withMessageContaining("CAFFEINE_DATABASE_URL");
    }
}
