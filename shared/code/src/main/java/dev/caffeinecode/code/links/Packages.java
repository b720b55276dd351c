package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.mentions.Import;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The packages that a repository uses and does not hold: what its manifests ask for, and what its code imports besides.
 * They have provisional numbers while they are collected, by several threads.
 */
final class Packages {
    private final Map<Ecosystem, TreeMap<String, String>> declared = new EnumMap<>(Ecosystem.class);
    private final OwnPackages own;
    private final PackageVersions versions;
    private final Lock collecting = new ReentrantLock();
    private final List<ExternalPackage> found = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param files with settled manifests */
    Packages(SourceFiles files, PackageVersions versions) {
        this.own = new OwnPackages(files);
        this.versions = versions;
        files.facts().stream()
                .flatMap(facts -> Stream.ofNullable(facts.manifest()))
                .sorted(Comparator.comparing(Manifest::path, PackageVersions.BY_DEPTH))
                .forEach(this::declare);
        declared.forEach((ecosystem, names) -> names.keySet().forEach(name -> number(ecosystem, name, true)));
    }

    /** Of several manifests that ask for a package the first one decides that can say which version. */
    private void declare(Manifest manifest) {
        Ecosystem ecosystem = PackageNames.ecosystem(manifest.kind()).orElse(null);
        if (ecosystem == null) {
            return;
        }
        TreeMap<String, String> names = declared.computeIfAbsent(ecosystem, _ -> new TreeMap<>());
        String folder = RepositoryPaths.parent(manifest.path());
        for (Dependency each : manifest.dependencies()) {
            if (own.manifest(ecosystem, each.name()).isEmpty()) {
                String version = versions.pinned(ecosystem, each.name(), each.requirement(), folder);
                String known = version == null ? exact(each.requirement()) : version;
                names.merge(each.name(), known == null ? "" : known, (first, other) -> first.isEmpty() ? other : first);
            }
        }
    }

    /** {@code ==1.2} asks for nothing but that version. */
    private static @Nullable String exact(@Nullable String requirement) {
        if (requirement == null || !requirement.startsWith("==") || requirement.indexOf(',') >= 0) {
            return requirement;
        }
        String bare = requirement.replaceFirst("^={2,3}\\s*", "");
        return bare.isEmpty() ? null : bare;
    }

    OwnPackages own() {
        return own;
    }

    /** Returns the packages, their order final now: when no thread collects any more. */
    List<ExternalPackage> all() {
        return found.stream().sorted().toList();
    }

    ExternalPackage get(int number) {
        return found.get(number);
    }

    /** Returns what an import leads to that is not in the repository. */
    Scope outside(Family family, Import stated) {
        String module = stated.module();
        return switch (family) {
            case PYTHON -> module.startsWith(".") ? new Scope.Nowhere() : python(first(Names.dotted(module), '.'));
            case SCRIPT -> module.startsWith(".") || module.startsWith("/") ? new Scope.Nowhere() : script(module);
            case GO -> go(module);
            case RUST -> rust(first(Names.dotted(module), '.'));
            case JVM -> jvm(module);
            case CSHARP -> csharp(module);
            case PHP -> php(Names.dotted(module));
            case RUBY -> ruby(module);
            case SWIFT -> standardOr(family, module, module, () -> matching(Ecosystem.SWIFT, module, module));
            case C -> include(module);
            case SHELL -> new Scope.Nowhere();
        };
    }

    private Scope standardOr(Family family, String module, String name, Supplier<Scope> other) {
        return StandardLibraries.has(family, module) ? outside(Ecosystem.STANDARD, name) : other.get();
    }

    private Scope python(String top) {
        return standardOr(Family.PYTHON, top, top, () -> matching(Ecosystem.PYPI, DistributionNames.of(top), top));
    }

    private Scope script(String module) {
        String name = module.startsWith("@") ? leadingPath(module, 2) : first(module, '/');
        return standardOr(
                Family.SCRIPT, name, name.replaceFirst("^node:", ""), () -> matching(Ecosystem.NPM, name, name));
    }

    private Scope go(String module) {
        return standardOr(Family.GO, first(module, '/'), module, () -> prefixed(Ecosystem.GO, module, '/', 3));
    }

    private Scope csharp(String module) {
        return standardOr(Family.CSHARP, module, leading(module, 2), () -> prefixed(Ecosystem.NUGET, module, '.', 2));
    }

    private Scope include(String module) {
        return module.startsWith("<")
                ? outside(Ecosystem.STANDARD, module.replaceAll("[<>]", ""))
                : new Scope.Nowhere();
    }

    private Scope rust(String crate) {
        return crate.equals("crate") || crate.equals("self") || crate.equals("super")
                ? new Scope.Nowhere()
                : standardOr(Family.RUST, crate, crate, () -> matching(Ecosystem.CARGO, crate, crate));
    }

    /** The vendor's name stands first in both. */
    private Scope php(String module) {
        if (!module.contains(".")) {
            return new Scope.Nowhere();
        }
        String path = module.toLowerCase(Locale.ROOT).replace('.', '/');
        String meant = declared(Ecosystem.COMPOSER)
                .filter(name -> first(name, '/').equals(first(path, '/')))
                .max(Comparator.comparingInt((String name) -> common(name.replace("-", ""), path))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(leadingPath(path, 2));
        return outside(Ecosystem.COMPOSER, meant);
    }

    private Scope ruby(String module) {
        String top = first(module, '/');
        String whole = module.replace('/', '-');
        boolean known = declared(Ecosystem.RUBYGEMS).anyMatch(name -> same(name, whole));
        return standardOr(Family.RUBY, top, top, () -> matching(Ecosystem.RUBYGEMS, known ? whole : top, top));
    }

    /** Packages begin with the group they are published by, mostly; of its artefacts the one most alike is meant. */
    private Scope jvm(String module) {
        if (StandardLibraries.has(Family.JVM, module)) {
            return outside(Ecosystem.STANDARD, leading(module, 2));
        }
        String meant = declared(Ecosystem.MAVEN)
                .filter(name -> (module + ".").startsWith(first(name, ':') + "."))
                .max(Comparator.comparingInt((String name) -> first(name, ':').length())
                        .thenComparingInt(name -> alike(name.substring(name.indexOf(':') + 1), module))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(leading(module, 3));
        return outside(Ecosystem.MAVEN, meant);
    }

    private static int alike(String artefact, String module) {
        return (int) Stream.of(artefact.split("[-._]"))
                .filter(word -> ("." + module + ".").contains("." + word + "."))
                .count();
    }

    /** Returns the declared package whose name a module begins with; else its first parts. */
    private Scope prefixed(Ecosystem ecosystem, String module, char separator, int parts) {
        String meant = declared(ecosystem)
                .filter(name -> (module + separator).startsWith(name + separator))
                .max(Comparator.comparingInt(String::length))
                .orElse(separator == '/' ? leadingPath(module, parts) : leading(module, parts));
        return outside(ecosystem, meant);
    }

    private Scope matching(Ecosystem ecosystem, String name, String otherwise) {
        String meant = declared(ecosystem)
                .filter(known -> same(known, name))
                .findFirst()
                .orElse(otherwise);
        return outside(ecosystem, meant);
    }

    /** Registries treat these as one. */
    private static boolean same(String a, String b) {
        return normal(a).equals(normal(b));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    }

    private Stream<String> declared(Ecosystem ecosystem) {
        return declared.getOrDefault(ecosystem, new TreeMap<>()).keySet().stream();
    }

    private Scope outside(Ecosystem ecosystem, String name) {
        if (name.isBlank() || own.manifest(ecosystem, name).isPresent()) {
            return new Scope.Nowhere();
        }
        boolean asked = declared.getOrDefault(ecosystem, new TreeMap<>()).containsKey(name);
        return new Scope.Outside(number(ecosystem, name, asked));
    }

    /** Returns the number of a package that a manifest asks for; empty for one of this repository. */
    Optional<Integer> declared(Ecosystem ecosystem, String name) {
        boolean asked = declared.getOrDefault(ecosystem, new TreeMap<>()).containsKey(name);
        return asked ? Optional.of(number(ecosystem, name, true)) : Optional.empty();
    }

    private int number(Ecosystem ecosystem, String name, boolean asked) {
        collecting.lock();
        try {
            return numbers.computeIfAbsent(ecosystem.label() + " " + name, _ -> {
                found.add(new ExternalPackage(ecosystem, name, version(ecosystem, name), asked));
                return found.size() - 1;
            });
        } finally {
            collecting.unlock();
        }
    }

    /** What only code imports has the version of the lock file nearest to the root. */
    private @Nullable String version(Ecosystem ecosystem, String name) {
        String known = declared.getOrDefault(ecosystem, new TreeMap<>()).get(name);
        if (known == null) {
            return versions.pinnedAnywhere(ecosystem, name);
        }
        return known.isEmpty() ? null : known;
    }

    private static int common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String first(String text, char separator) {
        int end = text.indexOf(separator);
        return end < 0 ? text : text.substring(0, end);
    }

    private static String leading(String module, int parts) {
        return String.join(
                ".", List.of(module.split("\\.")).stream().limit(parts).toList());
    }

    private static String leadingPath(String module, int parts) {
        return String.join("/", List.of(module.split("/")).stream().limit(parts).toList());
    }
}
