package dev.caffeinecode.code.secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The credentials here are made up; they are put together so that no scanner takes this file for a leak. */
class SecretMaskTest {
    private static final String BASE64_LINE = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7";

    private static String pem(String kind, String edge) {
        return "-----" + edge + " " + kind + "PRIVATE KEY-----";
    }

    /** A secret follows {@code @}, which is left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_access_key_id = AKIA@Q3EGRD3H5W2OPZ7X",
                "ASIA@Q3EGRD3H5W2OPZ7X",
                "aws_secret_access_key=wJalrXUtnFEMIK7MDENG@bPxRfiCYzzzEXKEYZZab",
                "AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIK7MDENG@bPxRfiCYzzzEXKEYZZab'",
                "token: ghp_@abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_@11ABCDEFG0abcdefghijkl_mnop",
                "glpat-@abcdefghij0123456789",
                "xoxb-@123456789012-abcdefghij",
                "https://hooks.slack.com/services/@T00000000/B00000000/abcdefghijklmnopqrstuvwx",
                "AIza@abcdefghijklmnopqrstuvwxyz012345678",
                "sk_live_@abcdefghijklmnopqrstuvwx",
                "sk-ant-@api03-abcdefghijklmnopqrst",
                "sk-proj-@abcdefghijklmnopqrstuvwx",
                "SG.@abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "hf_@abcdefghijklmnopqrstuvwxyz01234567",
                "npm_@abcdefghijklmnopqrstuvwxyz0123456789",
                "eyJhbGciOiJIUzI1NiJ9.@eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
                "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9@abc.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN"
            })
    void knownKindsOfCredentialsAreMasked(String split) {
        String secret = split.replace("@", "");

        SecretMask.Masked masked = SecretMask.mask("before\n" + secret + "\nafter\n");

        assertThat(masked.masked()).isEqualTo(1);
        assertThat(masked.text()).startsWith("before\n").endsWith("\nafter\n").contains(SecretMask.MASK);
        assertThat(masked.text())
                .doesNotContain(split.substring(split.indexOf('@') + 1).replace("'", ""));
    }

    @Test
    void passwordInAUrlIsMaskedAndTheUrlStaysReadable() {
        assertThat(SecretMask.mask("DATABASE_URL=postgres://app:" + "k3yb0ard-Cat@db.internal:5432/shop")
                        .text())
                .isEqualTo("DATABASE_URL=postgres://app:[secret removed]@db.internal:5432/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://user:password@localhost/db",
                "https://${user}:${token}@example.org/x",
                "redis://:@localhost",
                "http://localhost:8080/users/@me",
                "git clone ssh://git@example.org:22/a.git",
                "AKIAIOSFODNN7EXAMPLE",
                "resolved \"https://registry.example/aws-sdk-key/-/k-1.tgz#da39a3ee5e6b4b0d3255bfef95601890afd80709\"",
                "aws-sdk-key: da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "\"integrity\": \"sha512-9NykojV5Uih4lgo5So5dtw+f0JgJX30KCNI8gwhz2J9A15wD0Ml6tjHKwf6fTSa6fAdVBdZeNOs9eJ71qCk8vA==\"",
                "github.com/aws/aws-sdk-go v1.44.0 h1:9NykojV5Uih4lgo5So5dtwf0JgJX30KCNI8gwhz2J9A=",
                "checksum = \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
                "e3b0c44298fc1c149afbf4c8996fb924 27ae41e4649b934ca495991b7852b855",
                "ghp_short and sk-live and eyJ.eyJ.x",
                "commit 4b825dc642cb6eb9a060e54bf8d69288fbee4904"
            })
    void whatOnlyLooksLikeOneIsKept(String text) {
        assertThat(SecretMask.mask(text)).isEqualTo(new SecretMask.Masked(text, 0));
    }

    @Test
    void privateKeyLosesAllItsLinesAndKeepsTheirNumber() {
        for (String kind : new String[] {"", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "}) {
            String text = "a\n" + pem(kind, "BEGIN") + "\n" + (BASE64_LINE + "\n").repeat(3) + "ab==\n"
                    + pem(kind, "END") + "\nb\n";

            SecretMask.Masked masked = SecretMask.mask(text);

            assertThat(masked.masked()).isEqualTo(1);
            assertThat(masked.text()).isEqualTo("a\n" + "[secret removed]\n".repeat(6) + "b\n");
        }
    }

    @Test
    void privateKeyInAStringIsMasked() {
        String line = "  \"private_key\": \"" + pem("", "BEGIN") + "\\n" + BASE64_LINE + "\\n" + BASE64_LINE + "\\n"
                + pem("", "END") + "\\n\",";

        assertThat(SecretMask.mask(line).text()).isEqualTo("  \"private_key\": \"[secret removed]\\n\",");
    }

    @Test
    void privateKeyWithoutAnEndTakesOnlyItsLines() {
        String text = pem("", "BEGIN") + "\n" + BASE64_LINE + "\n" + BASE64_LINE + "\n\nint main() {}\n";

        assertThat(SecretMask.mask(text).text()).isEqualTo("[secret removed]\n".repeat(3) + "\nint main() {}\n");
    }

    @Test
    void codeThatReadsPrivateKeysIsKept() {
        String code = "if (line.equals(\"" + pem("", "BEGIN") + "\")) {\n  read();\n} else if (line.equals(\""
                + pem("", "END") + "\")) {\n  stop();\n}\n";

        assertThat(SecretMask.mask(code)).isEqualTo(new SecretMask.Masked(code, 0));
    }

    @Test
    void severalKeysAreCounted() {
        String key = pem("RSA ", "BEGIN") + "\n" + BASE64_LINE + "\n" + pem("RSA ", "END") + "\n";

        assertThat(SecretMask.mask(key + "between\n" + key).masked()).isEqualTo(2);
        assertThat(SecretMask.mask(key + "between\n" + key).text()).contains("between");
    }

    @Test
    void whatIsMaskedIsCountedInMarkdownToo() {
        String key = "[secret removed]\n".repeat(6);

        assertThat(SecretMask.countShown("a " + key + "b [secret removed], \\[secret removed\\]."))
                .isEqualTo(3);
        assertThat(SecretMask.countShown("No secret removed.")).isZero();
    }

    @Test
    void certificatesArePublic() {
        String certificate = "-----BEGIN CERTIFICATE-----\n" + BASE64_LINE + "\n-----END CERTIFICATE-----\n";

        assertThat(SecretMask.mask(certificate)).isEqualTo(new SecretMask.Masked(certificate, 0));
    }

    @Test
    void largeHostileTextTakesBoundedWork() {
        String text = "aws key ".repeat(40_000) + "\n" + "http://a:".repeat(40_000) + "\n"
                + (pem("", "BEGIN") + "\n").repeat(2_000) + "%" + "eyJ".repeat(100_000);

        assertThat(SecretMask.mask(text).masked()).isZero();
    }
}
