package dev.caffeinecode.code.versions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads lock files that are JSON. */
final class JsonLocks {
    private static final String MODULES = "node_modules/";

    private JsonLocks() {}

    /** docs.npmjs.com, package-lock.json: {@code dependencies} in versions 1 and 2, {@code packages} in 2 and 3. */
    static void npm(byte[] utf8, Pins pins) {
        JsonTexts.read(utf8, (path, text) -> {
            boolean version = path.size() == 3 && path.get(2).equals("version");
            if (version && path.getFirst().equals("packages")) {
                String place = path.get(1);
                int last = place.lastIndexOf(MODULES);
                if (last == 0) { // deeper ones are for one package only
                    pins.add(place.substring(MODULES.length()), text);
                }
            } else if (version && path.getFirst().equals("dependencies")) {
                pins.add(path.get(1), text);
            }
        });
    }

    /** bun.sh, text lockfile: {@code "packages": {"name": ["name@1.0.0", ...]}}. */
    static void bun(byte[] utf8, Pins pins) {
        JsonTexts.read(utf8, (path, text) -> {
            int at = text.lastIndexOf('@');
            if (path.size() == 3
                    && path.getFirst().equals("packages")
                    && path.get(2).equals("0")
                    && at > 0) {
                pins.add(text.substring(0, at), text.substring(at + 1));
            }
        });
    }

    /** pipenv.pypa.io, Pipfile.lock. */
    static void pipenv(byte[] utf8, Pins pins) {
        JsonTexts.read(utf8, (path, text) -> {
            boolean version = path.size() == 3 && path.get(2).equals("version");
            if (version && (path.getFirst().equals("default") || path.getFirst().equals("develop"))) {
                pins.add(path.get(1), text.replaceFirst("^==", ""));
            }
        });
    }

    /** getcomposer.org: packages are objects in arrays, their names stand before their versions. */
    static void composer(byte[] utf8, Pins pins) {
        Map<String, String> names = new HashMap<>();
        JsonTexts.read(utf8, (path, text) -> {
            boolean member = path.size() == 3 && path.getFirst().startsWith("packages");
            if (member) {
                pair(path, text, names, pins, "name", "version");
            }
        });
    }

    /** Adds a pin as soon as one object has said both; forgets the object before. */
    private static void pair(
            List<String> path, String text, Map<String, String> names, Pins pins, String name, String version) {
        String object = String.join("/", path.subList(0, 2));
        if (path.getLast().equals(name)) {
            names.clear();
            names.put(object, text);
        } else if (path.getLast().equals(version)) {
            pins.add(names.getOrDefault(object, ""), text);
        }
    }

    /** learn.microsoft.com, packages.lock.json: {@code dependencies} by framework, then by package. */
    static void nuget(byte[] utf8, Pins pins) {
        JsonTexts.read(utf8, (path, text) -> {
            if (path.size() == 4
                    && path.getFirst().equals("dependencies")
                    && path.get(3).equals("resolved")) {
                pins.add(path.get(2), text);
            }
        });
    }

    /** Swift Package Manager: {@code object.pins} in version 1, {@code pins} from 2. */
    static void swift(byte[] utf8, Pins pins) {
        Map<String, String> names = new HashMap<>();
        JsonTexts.read(utf8, (path, text) -> {
            int pin = path.indexOf("pins");
            if (pin < 0 || pin > 1 || path.size() < pin + 3) {
                return;
            }
            String last = path.getLast();
            String object = path.get(pin + 1);
            if (last.equals("identity") || last.equals("package")) {
                names.clear();
                names.put(object, text);
            } else if (last.equals("version") && path.get(pin + 2).equals("state")) {
                pins.add(names.getOrDefault(object, ""), text);
            }
        });
    }
}
