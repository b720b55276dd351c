package dev.caffeinecode.code.links;

import java.util.Map;

/** Python distributions whose modules are called otherwise (pypi.org, each project's own page). */
final class DistributionNames {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("PIL", "pillow"),
            Map.entry("attr", "attrs"),
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("git", "gitpython"),
            Map.entry("google", "protobuf"),
            Map.entry("jose", "python-jose"),
            Map.entry("jwt", "pyjwt"),
            Map.entry("magic", "python-magic"),
            Map.entry("psycopg2", "psycopg2-binary"),
            Map.entry("serial", "pyserial"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("skimage", "scikit-image"),
            Map.entry("yaml", "pyyaml"));

    private DistributionNames() {}

    static String of(String module) {
        return KNOWN.getOrDefault(module, module);
    }
}
