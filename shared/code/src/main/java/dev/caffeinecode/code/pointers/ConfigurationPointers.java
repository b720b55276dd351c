package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.pointers.Pointer.Kind;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full names of classes in configuration: Spring, servlets, logging, services. */
final class ConfigurationPointers {
    /** Packages in small letters, then a type in capitals, perhaps one in it. */
    private static final Pattern TYPE = Pattern.compile(
            "(?<![\\w.$/\\\\-])((?:[a-z_][a-z0-9_]{0,60}\\.){1,12}[A-Z]\\w{0,100}(?:[$.][A-Z]\\w{0,100}){0,3})(?![\\w/(])");

    private static final String SERVICES = "META-INF/services/";

    private ConfigurationPointers() {}

    static void read(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.indexOf('.') < 0 || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher type = TYPE.matcher(line);
            while (type.find()) {
                file.add(Kind.SYMBOL, String.valueOf(type.group(1)).replace('$', '.'), i + 1);
            }
        }
    }

    /** The name of the file is that of the service; each line names a provider (java.util.ServiceLoader). */
    static void service(PointerFile file) {
        if (file.path().contains(SERVICES)) {
            file.add(Kind.SYMBOL, file.name(), 1);
        }
    }
}
