package dev.caffeinecode.repository.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

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

        /** As if measured before: JGit would otherwise write files into the repository for seconds to time them. */
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long defaultValue, TimeUnit wanted) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? wanted.convert(FS.FileStoreAttributes.FALLBACK_FILESTORE_ATTRIBUTES.getFsTimestampResolution())
                    : super.getTimeUnit(section, subsection, name, defaultValue, wanted);
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
