package dev.caffeinecode.code.touchpoints;

import dev.caffeinecode.code.touchpoints.Annotation.Strings;
import dev.caffeinecode.code.touchpoints.Declarations.TypeHead;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Routes of frameworks that annotate classes and methods: Spring, JAX-RS, Micronaut, NestJS, ASP.NET Core, Symfony. A
 * path that is not written out, there or as a constant of the file, is left out.
 */
final class AnnotatedRoutes implements Declarations.Listener {
    private static final Map<String, String> SPRING = Map.of(
            "GetMapping", "GET",
            "PostMapping", "POST",
            "PutMapping", "PUT",
            "PatchMapping", "PATCH",
            "DeleteMapping", "DELETE");
    private static final Map<String, String> CONTROLLER = Map.of(
            "Get", "GET",
            "Post", "POST",
            "Put", "PUT",
            "Patch", "PATCH",
            "Delete", "DELETE",
            "Head", "HEAD",
            "Options", "OPTIONS",
            "All", "ANY");
    private static final Map<String, String> DOTNET = Map.of(
            "HttpGet", "GET",
            "HttpPost", "POST",
            "HttpPut", "PUT",
            "HttpPatch", "PATCH",
            "HttpDelete", "DELETE",
            "HttpHead", "HEAD",
            "HttpOptions", "OPTIONS");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    /** What marks the interface of a client: its paths are served elsewhere. */
    private static final String[] CLIENTS = {"FeignClient", "HttpExchange", "Client", "RegisterRestClient"};

    private final Found found;

    AnnotatedRoutes(Found found) {
        this.found = found;
    }

    @Override
    public void type(TypeHead type) {}

    @Override
    public void member(List<Annotation> annotations, String name, @Nullable TypeHead type) {
        if (type == null) {
            for (Annotation each : annotations) {
                if (each.is("Route")) {
                    symfony(each, "");
                }
            }
        } else if (!type.has(CLIENTS)) {
            for (Annotation each : annotations) {
                served(each, annotations, name, type);
            }
        }
    }

    private void served(Annotation annotation, List<Annotation> all, String name, TypeHead type) {
        String own = annotation.name();
        if (SPRING.containsKey(own)) {
            add(SPRING.get(own), prefixes(type, "RequestMapping"), annotation, "value", "path");
        } else if (annotation.is("RequestMapping")) {
            String methods = annotation.words("method").stream()
                    .filter(METHODS::contains)
                    .collect(Collectors.joining(" "));
            add(methods, prefixes(type, "RequestMapping"), annotation, "value", "path");
        } else if (CONTROLLER.containsKey(own) && type.has("Controller")) {
            add(CONTROLLER.get(own), prefixes(type, "Controller"), annotation, "value", "uri", "uris", "path");
        } else if (METHODS.contains(own) && !annotation.hasArguments() && type.has("Path")) {
            jaxRs(own, annotation, all, type);
        } else if (DOTNET.containsKey(own)) {
            dotnet(annotation, all, name, type);
        } else if (annotation.is("Route") && all.stream().noneMatch(each -> DOTNET.containsKey(each.name()))) {
            symfony(annotation, prefix(type, "Route", "path"));
        }
    }

    private static Strings prefixes(TypeHead type, String annotation) {
        return type.annotations().stream()
                .filter(each -> each.is(annotation))
                .findFirst()
                .map(each -> each.strings("value", "path"))
                .orElse(new Strings(List.of(), false));
    }

    /** Returns the one prefix of a type; null if it is not known. */
    private static @Nullable String prefix(TypeHead type, String annotation, String argument) {
        Strings prefixes = type.annotations().stream()
                .filter(each -> each.is(annotation))
                .findFirst()
                .map(each -> each.strings(argument))
                .orElse(new Strings(List.of(), false));
        return prefixes.unknown()
                ? null
                : prefixes.isEmpty() ? "" : prefixes.values().getFirst();
    }

    private void add(String methods, Strings prefixes, Annotation annotation, String... arguments) {
        Strings routes = annotation.strings(arguments);
        if (!routes.unknown() && !prefixes.unknown()) {
            for (String prefix : prefixes.isEmpty() ? List.of("") : prefixes.values()) {
                for (String route : routes.isEmpty() ? List.of("") : routes.values()) {
                    found.route(methods, prefix, route, annotation.line());
                }
            }
        }
    }

    private void jaxRs(String method, Annotation annotation, List<Annotation> all, TypeHead type) {
        List<Annotation> own = all.stream().filter(each -> each.is("Path")).toList();
        Strings prefixes = prefixes(type, "Path");
        if (!own.isEmpty()) {
            add(method, prefixes, own.getFirst(), "value");
        } else if (!prefixes.unknown()) {
            prefixes.values().forEach(prefix -> found.route(method, prefix, "", annotation.line()));
        }
    }

    private void dotnet(Annotation annotation, List<Annotation> all, String action, TypeHead type) {
        Strings own = annotation.strings("template");
        Strings routes = own.isEmpty()
                ? all.stream()
                        .filter(each -> each.is("Route"))
                        .findFirst()
                        .map(each -> each.strings("template"))
                        .orElse(own)
                : own;
        String prefix = prefix(type, "Route", "template");
        String route = routes.isEmpty() ? "" : routes.values().getFirst();
        boolean absolute = route.startsWith("/") || route.startsWith("~/");
        if (prefix == null || routes.unknown() || (prefix.isEmpty() && route.isEmpty())) {
            return;
        }
        String controller = type.name().endsWith("Controller")
                ? type.name().substring(0, type.name().length() - "Controller".length())
                : type.name();
        String whole = (absolute ? route.replace("~", "") : prefix + "/" + route)
                .replace("[controller]", controller)
                .replace("[action]", action);
        found.route(DOTNET.getOrDefault(annotation.name(), ""), "", whole.replaceAll("/+$", ""), annotation.line());
    }

    /** The methods are strings or, of older code, words. */
    private void symfony(Annotation annotation, @Nullable String prefix) {
        Strings routes = annotation.strings("path");
        if (prefix != null && !routes.unknown() && !routes.isEmpty()) {
            String methods = annotation.words("methods").stream()
                    .map(word -> word.toUpperCase(Locale.ROOT))
                    .filter(METHODS::contains)
                    .collect(Collectors.joining(" "));
            found.route(methods, prefix, routes.values().getFirst(), annotation.line());
        }
    }
}
