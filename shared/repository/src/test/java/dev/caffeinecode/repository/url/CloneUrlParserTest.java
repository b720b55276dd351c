package dev.caffeinecode.repository.url;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CloneUrlParserTest {
    private final CloneUrlParser parser = new CloneUrlParser(CloneUrlRules.strict());

    /** A code and a URL a line; Java escapes and &lt;LS> stand for what cannot be seen. */
    private static final String REFUSED = """
            invalid_url\s
            invalid_url    \\s\\s
            invalid_url \\t\\n
            invalid_url --upload-pack=touch x
            invalid_url -u
            invalid_url ssh://-oProxyCommand=x/y
            invalid_url https://h.dev/x.git\\r\\nX-Injected: 1
            invalid_url https://h.dev/%00
            invalid_url https://h\\t.dev/x
            invalid_url https://h.dev/x\\n
            invalid_url https://h.dev/a<LS>b
            invalid_url https://h.dev/a b
            invalid_url https://h.dev/a?x=
            invalid_url https://h.dev/a#b
            invalid_url https://h.dev\\\\a/b
            invalid_url https://h.dev/a/b/../../c/d.git
            invalid_url https://h.dev/./a
            invalid_url https://h.dev/%2e%2e/a
            invalid_url https://h.dev/a%2fb
            invalid_url https://h.dev/a%5cb
            invalid_url https://h.dev/%zz
            invalid_url https://h.dev/%ff
            invalid_url https://h.dev
            invalid_url https://h.dev/
            invalid_url https://h.dev/.git
            invalid_url https:///a/b
            invalid_url https://h.dev:99999/x
            invalid_url https://h.dev:0/x
            invalid_url https://h.dev:-1/x
            invalid_url https://h.dev:/x
            invalid_url https://h_x.dev/a
            invalid_url https://-h.dev/a
            invalid_url https://h..dev/a
            invalid_url https://[::1/a
            scheme_not_allowed file:///etc
            scheme_not_allowed /srv/repo
            scheme_not_allowed ../../repo
            scheme_not_allowed C:\\\\repo
            scheme_not_allowed repo
            scheme_not_allowed ext::sh -c id
            scheme_not_allowed EXT::sh -c id
            scheme_not_allowed fd::7
            scheme_not_allowed git://h.dev/x
            scheme_not_allowed ftp://h.dev/x
            scheme_not_allowed sftp:
            scheme_not_allowed sftp://h.dev/x
            scheme_not_allowed amazon-s3://h/x
            scheme_not_allowed git@host:x.git
            scheme_not_allowed http://github.com/a/b
            scheme_not_allowed HTTP://github.com/a/b
            scheme_not_allowed ssh://h.dev/x
            host_not_public https://127.0.0.1/x
            host_not_public https://localhost/x
            host_not_public https://[::1]/x
            host_not_public https://0.0.0.0/x
            host_not_public https://2130706433/x
            host_not_public https://127.1/x
            host_not_public https://0/x
            host_not_public https://0x7f000001/x
            host_not_public https://0177.0.0.1/x
            host_not_public https://127.0.0.1./x
            host_not_public https://[::ffff:127.0.0.1]/x
            host_not_public https://[fd00::1]/x
            host_not_public https://[fe80::1%25eth0]/x
            host_not_public https://169.254.169.254/x
            host_not_public https://metadata.google.internal/x
            host_not_public https://100.64.0.1/x
            host_not_public https://10.0.0.5/x
            host_not_public https://[fd00:ec2::254]/x
            host_not_public https://[64:ff9b::7f00:1]/x
            host_not_public https://[2002:7f00:1::]/x
            host_not_public https://intranet/x
            host_not_public https://a.localhost/x
            host_not_public https://LOCALHOST/x
            host_not_public https://localhost./x
            host_not_public https://\uff11\uff12\uff17.0.0.1/x
            host_not_allowed https://g\u0456thub.com/
            host_not_allowed https://g\u0456thub.com/a/b
            host_not_allowed https://xn--gthub-n2e.com/a/b
            host_not_allowed https://XN--GTHUB-N2E.com/a/b
            host_not_allowed https://git.xn--gthub-n2e.com/a/b
            host_not_allowed https://xn--gthub-eof.com/a/b
            credentials_in_url https://user:tok@h.dev/x
            credentials_in_url https://github.com@127.0.0.1/x
            port_not_allowed https://h.dev:22/x
            port_not_allowed https://h.dev:6379/x
            port_not_allowed https://h.dev:8443/x
            """;

    static Stream<Arguments> refused() {
        return REFUSED.lines()
                .map(line -> line.split(" ", 2))
                .map(row -> Arguments.of(
                        ErrorCode.of(row[0]), row[1].translateEscapes().replace("<LS>", "\u2028")));
    }

    @Test
    void tooLongIsRefusedBeforeItIsRead() {
        assertThat(codeOf("https://" + "h".repeat(5_000) + ".dev/x")).isEqualTo(ErrorCode.URL_TOO_LONG);
        assertThat(codeOf("https://h.dev/" + "x".repeat(10_240))).isEqualTo(ErrorCode.URL_TOO_LONG);
        assertThat(codeOf("https://" + "h.".repeat(150) + "dev/x")).isEqualTo(ErrorCode.URL_TOO_LONG);
    }

    private @Nullable ErrorCode codeOf(String url) {
        return codeOf(CloneUrlRules.strict(), url);
    }

    private static @Nullable ErrorCode codeOf(CloneUrlRules rules, String url) {
        try {
            new CloneUrlParser(rules).parse(url);
            return null;
        } catch (ProblemException e) {
            return e.code();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithTheCodeThatSaysWhy(ErrorCode code, String url) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parser.parse(url))
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }

    @Test
    void refusesNothingAsInvalid() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parser.parse(null))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.INVALID_URL);
    }

    @Test
    void answerToAUrlWithATokenDoesNotRepeatIt() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parser.parse("https://me:s3cr3t@github.com/a/b"))
                .withMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/Acme/Widget",
                "https://github.com/Acme/Widget.git",
                "https://github.com/acme/widget/",
                "https://GitHub.com/acme/widget",
                "HTTPS://github.com:443/acme//widget.git",
                "https://github.com./acme/widget",
            })
    void spellingsOfOneRepositoryHaveOneKey(String url) {
        assertThat(parser.parse(url).key()).isEqualTo("https://github.com:443/acme/widget");
    }

    @Test
    void pathOfAnUnknownServerKeepsItsCase() {
        assertThat(parser.parse("https://git.acme.dev/Acme/Widget").key())
                .isNotEqualTo(parser.parse("https://git.acme.dev/acme/widget").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/a/b",
                "https://git.acme.dev/group/sub-group/name.with.dots",
                "https://b\u00fccher.de/a/b",
                "https://xn--bcher-kva.de/a/b",
                "https://xn--e1afmkfd.xn--p1ai/a/b",
                "https://140.82.121.4/a/b",
                "https://[2606:50c0:8000::153]/a/b",
                "https://h.dev/~user/repo",
                "https://h.dev/caf%C3%A9/b"
            })
    void publicHttpsPasses(String url) {
        assertThat(parser.parse(url)).isInstanceOf(CloneUrl.Remote.class);
    }

    @Test
    void nameIsTheLastSegmentWithoutSuffix() {
        assertThat(parser.parse("https://github.com/acme/widget.git").name()).isEqualTo("widget");
    }

    @Nested
    class WithSettings {
        @Test
        void privateHostIsReachedOnItsPortOnly() {
            CloneUrlRules rules = new CloneUrlRules(true, false, Set.of(), Set.of(), Set.of("127.0.0.1:8081"));

            assertThat(codeOf(rules, "http://127.0.0.1:8081/a")).isNull();
            assertThat(codeOf(rules, "http://127.0.0.1:8082/a")).isEqualTo(ErrorCode.HOST_NOT_PUBLIC);
            assertThat(codeOf(rules, "http://127.0.0.1/a")).isEqualTo(ErrorCode.HOST_NOT_PUBLIC);
        }

        @Test
        void hostsOffTheListAreRefused() {
            CloneUrlRules rules = new CloneUrlRules(false, false, Set.of(), Set.of("github.com"), Set.of());

            assertThat(codeOf(rules, "https://github.com/a/b")).isNull();
            assertThat(codeOf(rules, "https://gitlab.com/a/b")).isEqualTo(ErrorCode.HOST_NOT_ALLOWED);
        }

        @Test
        void furtherPortMustBeListed() {
            CloneUrlRules rules = new CloneUrlRules(false, false, Set.of(8443), Set.of(), Set.of());

            assertThat(codeOf(rules, "https://git.acme.dev:8443/a/b")).isNull();
        }

        @Test
        void pathOfThisMachineIsNormalised() {
            CloneUrlRules rules = new CloneUrlRules(true, true, Set.of(), Set.of(), Set.of());

            assertThat(new CloneUrlParser(rules).parse("/home/me/../me/project/"))
                    .isEqualTo(new CloneUrl.Local(Path.of("/home/me/project")));
            assertThat(codeOf(rules, "project")).isEqualTo(ErrorCode.INVALID_URL);
            assertThat(codeOf(rules, "file:///etc")).isEqualTo(ErrorCode.SCHEME_NOT_ALLOWED);
            assertThat(codeOf(rules, "ext::sh -c id")).isEqualTo(ErrorCode.SCHEME_NOT_ALLOWED);
        }
    }
}
