package dev.caffeinecode.code;

/**
 * Lines of a file of the repository.
 *
 * @param path the file, from the root of the repository, {@code /}-separated
 */
public record Location(String path, LineRange lines) {
    public Location {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a location needs a path");
        }
    }

    @Override
    public String toString() {
        return path + ":" + lines;
    }
}
