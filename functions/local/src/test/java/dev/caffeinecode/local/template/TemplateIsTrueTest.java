package dev.caffeinecode.local.template;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.junit.jupiter.api.Test;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What the template says about the code is so. */
class TemplateIsTrueTest {
    private static final Map<Class<? extends Annotation>, String> METHODS =
            Map.of(Get.class, "GET", Post.class, "POST", Delete.class, "DELETE");

    private final SamTemplate template = SamTemplateReader.bundled();

    @Test
    void everyControllerMethodHasItsRouteAndNoOther() {
        Set<String> routes = new TreeSet<>();
        template.functions()
                .values()
                .forEach(function ->
                        function.routes().forEach(route -> routes.add(route.method() + " " + route.path())));

        assertThat(routes).isEqualTo(controllerRoutes());
    }

    private static Set<String> controllerRoutes() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("dev.caffeinecode.api")) {
            if (type.isAnnotatedWith(Controller.class)) {
                String base = value(type.getAnnotationOfType(Controller.class.getName()));
                type.getMethods()
                        .forEach(method -> METHODS.forEach((annotation, verb) ->
                                route(method, annotation).ifPresent(path -> routes.add(verb + " " + base + path))));
            }
        }
        return routes;
    }

    private static Optional<String> route(JavaMethod method, Class<? extends Annotation> annotation) {
        return method.tryGetAnnotationOfType(annotation.getName())
                .map(TemplateIsTrueTest::value)
                .map(path -> path.equals("/") ? "" : path);
    }

    private static String value(JavaAnnotation<?> annotation) {
        return String.valueOf(
                annotation.tryGetExplicitlyDeclaredProperty("value").orElse(""));
    }

    @Test
    void everyHandlerExistsInItsJarsModule() {
        assertThat(template.functions().values()).allSatisfy(function -> {
            Class<?> handler = Class.forName(function.handler());
            String module = function.codeUri().split("/", -1)[1];
            assertThat(handler.getPackageName()).isEqualTo("dev.caffeinecode." + module);
            assertThat(function.codeUri()).isEqualTo("functions/" + module + "/target/" + module + "-lambda.jar");
        });
    }

    @Test
    void workersKnowHowLongTheyMayRun() {
        List<SamTemplate.Function> limited = template.functions().values().stream()
                .filter(function -> function.environment().containsKey("CAFFEINE_STEPS_TIME_LIMIT"))
                .toList();

        assertThat(limited)
                .extracting(SamTemplate.Function::handler)
                .contains("dev.caffeinecode.generate.GenerateHandler");
        assertThat(limited)
                .allSatisfy(function -> assertThat(function.environment().get("CAFFEINE_STEPS_TIME_LIMIT"))
                        .isEqualTo(
                                new SamTemplate.Value.Literal(function.timeout().toSeconds() + "s")));
    }

    @Test
    void messagesStayHiddenSixTimesAsLongAsAFunctionMayRun() {
        template.functions()
                .values()
                .forEach(function -> function.mappings().forEach(mapping -> {
                    SamTemplate.Queue queue =
                            Objects.requireNonNull(template.queues().get(mapping.queue()));
                    assertThat(queue.visibility())
                            .isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
                    assertThat(queue.maxReceives()).isEqualTo(5);
                }));
    }
}
