package dev.caffeinecode.embedded;

import java.util.Locale;

import static java.util.Objects.requireNonNullElse;

/** What the PostgreSQL binaries differ by: operating system and processor. */
record Platform(OperatingSystem system, Processor processor) {
    /** Operating systems there are binaries for; {@link #label} is the one in the archive's name. */
    enum OperatingSystem {
        LINUX("linux", "so"),
        MACOS("darwin", "dylib");

        private final String label;
        private final String librarySuffix;

        OperatingSystem(String label, String librarySuffix) {
            this.label = label;
            this.librarySuffix = librarySuffix;
        }
    }

    /** Processors there are binaries for; {@link #label} is the one in the archive's name. */
    enum Processor {
        AMD64("x86_64"),
        ARM64("arm_64");

        private final String label;

        Processor(String label) {
            this.label = label;
        }
    }

    static Platform current() {
        return of(
                requireNonNullElse(System.getProperty("os.name"), "unknown"),
                requireNonNullElse(System.getProperty("os.arch"), "unknown"));
    }

    /**
     * Reads the JVM's own words.
     *
     * @throws EmbeddedStartException where there are no binaries for it
     */
    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        if (os.startsWith("linux") && arch.matches("amd64|x86_64")) {
            return new Platform(OperatingSystem.LINUX, Processor.AMD64);
        }
        if (os.startsWith("linux") && arch.matches("aarch64|arm64")) {
            return new Platform(OperatingSystem.LINUX, Processor.ARM64);
        }
        if (os.startsWith("mac") && arch.matches("amd64|x86_64")) {
            return new Platform(OperatingSystem.MACOS, Processor.AMD64);
        }
        if (os.startsWith("mac") && arch.matches("aarch64|arm64")) {
            return new Platform(OperatingSystem.MACOS, Processor.ARM64);
        }
        throw new EmbeddedStartException(
                "There is no embedded PostgreSQL for " + osName + " on " + osArch + ". " + Remedy.OTHER_DATABASE);
    }

    /** Class path resource that holds the binaries, as the zonky project names it. */
    String archive() {
        return "/postgres-" + system.label + "-" + processor.label + ".txz";
    }

    /** File name of a loadable module, for example {@code vector.so}. */
    String library(String name) {
        return name + "." + system.librarySuffix;
    }

    @Override
    public String toString() {
        return system.label + "-" + processor.label;
    }
}
