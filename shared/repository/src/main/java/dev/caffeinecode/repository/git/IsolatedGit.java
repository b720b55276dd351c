package dev.caffeinecode.repository.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit without the configuration of the person or machine it runs on: no {@code insteadOf}, proxy, cookie or filter of
 * theirs has a say in what is fetched.
 */
final class IsolatedGit {
    private static final long MIB = 1L << 20;

    private IsolatedGit() {}

    /** Does nothing when repeated. */
    static synchronized void install() {
        if (SystemReader.getInstance() instanceof Isolated) {
            return;
        }
        SystemReader.setInstance(new Isolated(SystemReader.getInstance()));
        // Measuring the clock of the file system takes seconds, and a repository that is read once has no use for it.
        FS.FileStoreAttributes.setBackground(true);
        WindowCacheConfig cache = new WindowCacheConfig();
        long heap = Runtime.getRuntime().maxMemory();
        // Measured on trees of 236 to 28,015 files: more does not read them faster.
        cache.setPackedGitLimit(Math.min(128 * MIB, heap / 6));
        cache.setDeltaBaseCacheLimit((int) Math.min(64 * MIB, heap / 12));
        cache.setPackedGitWindowSize((int) (64 * MIB / 1024));
        cache.install();
    }

    private static final class Isolated extends SystemReader.Delegate {
        Isolated(SystemReader delegate) {
            super(delegate);
        }

        @Override
        public @Nullable String getenv(String variable) {
            return variable.startsWith("GIT_") ? null : super.getenv(variable);
        }

        @Override
        public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
            return new EmptyConfig(parent, fs);
        }

        @Override
        public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
            return new EmptyConfig(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
            return new EmptyConfig(parent, fs);
        }
    }

    private static final class EmptyConfig extends FileBasedConfig {
        EmptyConfig(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is nothing to load
        }

        @Override
        public void save() {
            // nothing of this machine is written either: JGit would keep what it measures of the file system
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
