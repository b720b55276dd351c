package dev.caffeinecode.docs.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugsTest {
    @ParameterizedTest
    @CsvSource({
        "modules/server,modules/server",
        "modules/src/main/java/Com.Acme,modules/src/main/java/com-acme",
        "modules/#context,modules/context",
        "Caf\u00e9 Stra\u00dfe,cafe-stra-e",
        "../../etc/passwd,etc/passwd",
        "a//b/./c,a/b/c",
        "'%2e%2e/<script>',2e-2e/script",
        "'\u65e5\u672c',page"
    })
    void pathBecomesASlug(String path, String slug) {
        assertThat(new Slugs().of(path)).isEqualTo(slug);
    }

    @Test
    void takenSlugGetsANumberThatIsFree() {
        Slugs slugs = new Slugs();

        assertThat(slugs.of("a")).isEqualTo("a");
        assertThat(slugs.of("a-2")).isEqualTo("a-2");
        assertThat(slugs.of("A")).isEqualTo("a-3");
    }
}
