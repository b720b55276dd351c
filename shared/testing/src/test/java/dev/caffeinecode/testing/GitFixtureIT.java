package dev.caffeinecode.testing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GitFixtureIT {
    @TempDir
    Path directory;

    @Test
    void sameCallsMakeTheSameCommit() {
        String first = GitFixture.create(directory.resolve("1"))
                .file("a/b.txt", "text\n")
                .commit("Add a file");
        String second = GitFixture.create(directory.resolve("2"))
                .file("a/b.txt", "text\n")
                .commit("Add a file");

        assertThat(first).isEqualTo(second).matches("[0-9a-f]{40}");
    }

    @Test
    void commitHoldsTheFilesOfTheWorkTree() {
        GitFixture fixture =
                GitFixture.create(directory).file("a/b.txt", "text\n").file("c.bin", new byte[] {0, 1});
        fixture.commit("Add files");

        fixture.delete("c.bin").file("d.txt", "more\n").commit("Change files");

        assertThat(fixture.git("ls-tree", "-r", "--name-only", "HEAD")).isEqualTo("a/b.txt\nd.txt");
        assertThat(fixture.git("log", "--format=%s")).isEqualTo("Change files\nAdd files");
    }

    @Test
    void branchesAndTagsAreMade() {
        GitFixture fixture = GitFixture.create(directory);
        String first = fixture.file("a.txt", "1\n").commit("One");
        fixture.tag("v1");
        String second = fixture.branch("topic").file("a.txt", "2\n").commit("Two");

        fixture.switchTo("main");

        assertThat(fixture.git("rev-parse", "v1^{commit}")).isEqualTo(first);
        assertThat(fixture.git("rev-parse", "topic")).isEqualTo(second);
        assertThat(fixture.git("branch", "--show-current")).isEqualTo("main");
    }

    @Test
    void failureOfGitIsShown() {
        GitFixture fixture = GitFixture.create(directory);

        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.switchTo("nowhere"))
                .withMessageContaining("nowhere");
    }
}
