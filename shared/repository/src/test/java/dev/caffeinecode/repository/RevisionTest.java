package dev.caffeinecode.repository;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevisionTest {
    @ParameterizedTest
    @ValueSource(strings = {"main", "feature/x-1", "v1.2.3", "0123456789abcdef0123456789abcdef01234567", "\u00fcber"})
    void namesThatGitAllowsPass(String name) {
        assertThat(new Revision(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-x",
                "--upload-pack=x",
                "a b",
                "a..b",
                "a~1",
                "a^",
                "a:b",
                "a?",
                "a*",
                "a[",
                "a\\b",
                "@{-1}",
                "a@{1}",
                "/a",
                "a/",
                "a//b",
                "a.lock",
                "a/.b",
                "a.",
                "a\u0000",
                "a\n"
            })
    void othersAreRefused(String name) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Revision(name))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.INVALID_REVISION);
    }
}
