package dev.caffeinecode.platform.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {
    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplainedToPeople(ErrorCode code) throws IOException {
        String explained = Files.readString(Path.of("../../docs/problems.md"));

        assertThat(explained).contains("### " + code.label() + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void statusSaysWhoActs(ErrorCode code) {
        switch (code.kind()) {
            case CALLER -> assertThat(code.httpStatus()).isBetween(400, 499);
            case TRANSIENT, BUSY -> assertThat(code.httpStatus()).isEqualTo(503);
            case BUG -> assertThat(code.httpStatus()).isEqualTo(500);
        }
    }

    @Test
    void labelLeadsBackToTheCode() {
        assertThat(ErrorCode.of("clone_timeout")).isEqualTo(ErrorCode.CLONE_TIMEOUT);
    }

    @Test
    void internalsOfABugAreNotShown() {
        ProblemException bug = new ProblemException(ErrorCode.INTERNAL, "password is 1234");

        assertThat(Failure.of(bug)).isEqualTo(new Failure(ErrorCode.INTERNAL, ErrorCode.INTERNAL.title()));
    }
}
