package dev.caffeinecode.repository;

import dev.caffeinecode.repository.git.CloneLimits;
import dev.caffeinecode.repository.url.CloneUrlParser;
import dev.caffeinecode.repository.url.CloneUrlRules;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.DependencyInjectionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();

    @AfterAll
    static void close() {
        ENVIRONMENT.close();
    }

    private static <T> T bind(Class<T> type, Map<String, Object> settings) {
        Map<String, Object> all = ENVIRONMENT.properties();
        all.putAll(settings);
        try (ApplicationContext context = ApplicationContext.run(all)) {
            return context.getBean(type);
        }
    }

    @Test
    void urlsAreRestrictedUnlessSettingsSayOtherwise() {
        assertThat(bind(CloneUrlRules.class, Map.of())).isEqualTo(CloneUrlRules.strict());
        assertThat(bind(CloneUrlRules.class, Map.of("caffeine.clone-urls.hosts", "", "caffeine.clone-urls.ports", "")))
                .isEqualTo(CloneUrlRules.strict());
    }

    @Test
    void publicHostIsClonedFromByDefault() {
        assertThat(bind(CloneUrlParser.class, Map.of())
                        .parse("https://example.com/acme/shop")
                        .name())
                .isEqualTo("shop");
    }

    @Test
    void urlsAreAllowedBySettings() {
        Map<String, Object> settings = Map.of(
                "caffeine.clone-urls.hosts", "github.com,git.acme.com",
                "caffeine.clone-urls.http", "true",
                "caffeine.clone-urls.local-paths", "true",
                "caffeine.clone-urls.ports", "8443,3000",
                "caffeine.clone-urls.private-hosts", "git.acme.com");

        assertThat(bind(CloneUrlRules.class, settings))
                .isEqualTo(new CloneUrlRules(
                        true, true, Set.of(3000, 8443), Set.of("github.com", "git.acme.com"), Set.of("git.acme.com")));
    }

    @Test
    void limitsOfACloneAreKnown() {
        assertThat(bind(CloneLimits.class, Map.of()))
                .isEqualTo(
                        new CloneLimits(2L << 30, 100 << 20, 8L << 30, 200_000, 256, 10 << 20, Duration.ofMinutes(5)));
    }

    @Test
    void limitThatIsNoneIsRefused() {
        assertThatExceptionOfType(DependencyInjectionException.class)
                .isThrownBy(() -> bind(CloneLimits.class, Map.of("caffeine.clone.max-files", "0")));
    }
}
