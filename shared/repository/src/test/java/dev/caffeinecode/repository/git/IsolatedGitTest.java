package dev.caffeinecode.repository.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class IsolatedGitTest {
    @BeforeEach
    void install() {
        IsolatedGit.install();
    }

    @Test
    void nothingIsReadOfTheUserOrTheMachine() throws Exception {
        SystemReader reader = SystemReader.getInstance();

        assertThat(reader.getUserConfig().getSections()).containsExactly("core");
        assertThat(reader.openUserConfig(new Config(), FS.DETECTED).getFile()).isNull();
        assertThat(reader.openSystemConfig(new Config(), FS.DETECTED).getFile()).isNull();
        assertThat(reader.openJGitConfig(new Config(), FS.DETECTED).getFile()).isNull();
    }

    @Test
    void clockOfTheFileSystemIsNotMeasured(@TempDir Path directory) {
        assertThat(FS.getFileStoreAttributes(directory).getFsTimestampResolution())
                .isEqualTo(Duration.ofMillis(1));
        assertThat(directory).isEmptyDirectory();
    }
}
