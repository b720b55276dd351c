package dev.caffeinecode.platform.scratch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ScratchSpaceTest {
    @TempDir
    Path root;

    @Test
    void directoryVanishesWithAllThatIsInIt() throws IOException {
        ScratchSpace space = new ScratchSpace(new ScratchSettings(root));

        try (ScratchSpace.Directory directory = space.create("clone")) {
            Files.createDirectories(directory.path().resolve("a/b"));
            Files.writeString(directory.path().resolve("a/b/file"), "x");
        }

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void whatADeadProcessLeftIsDeletedAtTheNextStart() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(root.resolve(dead.pid() + "-clone-1/objects"));
        Files.createDirectories(root.resolve(ProcessHandle.current().pid() + "-clone-2"));

        new ScratchSpace(new ScratchSettings(root));

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void whatALivingProcessUsesStays() throws IOException {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Path used = Files.createDirectories(root.resolve(parent.pid() + "-clone-1"));
        Path foreign = Files.createDirectories(root.resolve("somebody-elses"));

        new ScratchSpace(new ScratchSettings(root));

        assertThat(used).exists();
        assertThat(foreign).exists();
    }
}
