package dev.caffeinecode.code.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lock files that have their own form or one of which lines are enough. */
final class LineLocks {
    private static final Pattern TOML_TEXT = Pattern.compile("^(name|version)\\s*=\\s*\"([^\"]*)\"\\s*$");
    private static final Pattern GEM = Pattern.compile("^ {4}([\\w.-]+) \\(([^()]+)\\)$");

    private LineLocks() {}

    /** yarnpkg.com, yarn.lock: of version 1 in a form of its own, later YAML. */
    static void yarn(byte[] utf8, Pins pins) {
        List<String> asked = new ArrayList<>();
        LockLines lines = new LockLines(utf8);
        while (lines.hasNext()) {
            String line = lines.next();
            String bare = line.strip();
            if (line.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                asked.clear();
                String key = LockLines.unquoted(bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare);
                for (String each : key.split(",")) {
                    asked.add(LockLines.unquoted(each.replace("\"", "")));
                }
            } else if (bare.startsWith("version")
                    && LockLines.indentation(line) == 2
                    && bare.length() > 8
                    && " :".indexOf(bare.charAt(7)) >= 0) {
                String version = LockLines.unquoted(bare.substring(8));
                asked.forEach(each -> yarn(each, version, pins));
                asked.clear();
            }
        }
    }

    /** {@code @babel/core@npm:^7.0.0} asks for {@code ^7.0.0}; what is in the workspace is no package. */
    private static void yarn(String asked, String version, Pins pins) {
        int at = asked.indexOf('@', 1);
        String requirement = at < 0 ? "" : asked.substring(at + 1);
        boolean inside = requirement.startsWith("workspace:") || requirement.startsWith("patch:");
        if (at > 0 && !inside) {
            pins.add(asked.substring(0, at), requirement.replaceFirst("^npm:", ""), version);
        }
    }

    /** pnpm.io, pnpm-lock.yaml of versions 5 to 9: what importers ask for and get, else the names of all packages. */
    static void pnpm(byte[] utf8, Pins pins) {
        String section = "";
        String name = "";
        String specifier = "";
        LockLines lines = new LockLines(utf8);
        while (lines.hasNext()) {
            String line = lines.next();
            String bare = line.strip();
            int indentation = LockLines.indentation(line);
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            if (indentation == 0) {
                section = bare;
            } else if (section.equals("packages:") && indentation == 2 && bare.endsWith(":")) {
                pnpmPackage(LockLines.unquoted(bare.substring(0, bare.length() - 1)), pins);
            } else if (!section.equals("packages:") && !section.equals("snapshots:")) {
                if (bare.endsWith(":")) {
                    name = LockLines.unquoted(bare.substring(0, bare.length() - 1));
                } else if (bare.startsWith("specifier: ")) {
                    specifier = LockLines.unquoted(bare.substring("specifier: ".length()));
                } else if (bare.startsWith("version: ") && !specifier.isEmpty()) {
                    String version = withoutPeers(LockLines.unquoted(bare.substring("version: ".length())));
                    if (!version.startsWith("link:")) {
                        pins.add(name, specifier, version);
                    }
                    specifier = "";
                }
            }
        }
    }

    /** {@code /react/19.0.0} in version 5, {@code /react@19.0.0(peer@1)} in 6, without the slash in 9. */
    private static void pnpmPackage(String key, Pins pins) {
        String bare = withoutPeers(key.startsWith("/") ? key.substring(1) : key);
        int at = bare.lastIndexOf('@');
        int end = at > 0 ? at : bare.lastIndexOf('/');
        if (end > 0) {
            String version = bare.substring(end + 1);
            int peers = at > 0 ? -1 : version.indexOf('_');
            pins.add(bare.substring(0, end), peers < 0 ? version : version.substring(0, peers));
        }
    }

    private static String withoutPeers(String version) {
        int peers = version.indexOf('(');
        return peers < 0 ? version : version.substring(0, peers);
    }

    /** {@code [[package]]} with a name and a version: Cargo, Poetry, uv, PDM. */
    static void tomlPackages(byte[] utf8, Pins pins) {
        boolean inPackage = false;
        String name = "";
        LockLines lines = new LockLines(utf8);
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("[")) {
                inPackage = line.strip().equals("[[package]]");
                name = "";
            } else if (inPackage) {
                Matcher text = TOML_TEXT.matcher(line);
                if (text.matches() && group(text, 1).equals("name")) {
                    name = group(text, 2);
                } else if (text.matches() && !name.isEmpty()) {
                    pins.add(name, group(text, 2));
                    name = "";
                }
            }
        }
    }

    /** bundler.io, Gemfile.lock: four blanks before what is pinned, six before what that needs. */
    static void bundler(byte[] utf8, Pins pins) {
        LockLines lines = new LockLines(utf8);
        String section = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (!line.isEmpty() && line.charAt(0) != ' ') {
                section = line.strip();
            }
            Matcher gem = GEM.matcher(line);
            if (!section.equals("PATH") && gem.matches()) {
                pins.add(group(gem, 1), group(gem, 2));
            }
        }
    }

    /** docs.gradle.org, dependency locking: {@code group:name:version=configuration,configuration}. */
    static void gradle(byte[] utf8, Pins pins) {
        LockLines lines = new LockLines(utf8);
        while (lines.hasNext()) {
            String line = lines.next();
            int end = line.indexOf('=');
            int version = line.lastIndexOf(':', Math.max(0, end));
            if (!line.startsWith("#") && end > 0 && version > 0) {
                pins.add(line.substring(0, version), line.substring(version + 1, end));
            }
        }
    }

    /** Returns what a group matched that every match has. */
    private static String group(Matcher matcher, int group) {
        return Objects.requireNonNull(matcher.group(group));
    }
}
