package dev.caffeinecode.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.http.annotation.Controller;

import java.time.Instant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Which module may know which; all of ours is on this module's class path. */
@AnalyzeClasses(packages = "dev.caffeinecode", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FUNCTIONS = {
        "dev.caffeinecode.api..", "dev.caffeinecode.clone..", "dev.caffeinecode.index..", "dev.caffeinecode.generate.."
    };

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("local")
            .definedBy("dev.caffeinecode.local..")
            .layer("functions")
            .definedBy(FUNCTIONS)
            .layer("sqs")
            .definedBy("dev.caffeinecode.sqs..")
            .layer("docs")
            .definedBy("dev.caffeinecode.docs..")
            .layer("search")
            .definedBy("dev.caffeinecode.search..")
            .layer("repository")
            .definedBy("dev.caffeinecode.repository..")
            .layer("ai")
            .definedBy("dev.caffeinecode.ai..")
            .layer("identity")
            .definedBy("dev.caffeinecode.identity..")
            .layer("code")
            .definedBy("dev.caffeinecode.code..")
            .layer("platform")
            .definedBy("dev.caffeinecode.platform..")
            .layer("embedded")
            .definedBy("dev.caffeinecode.embedded..")
            .whereLayer("local")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("functions")
            .mayOnlyBeAccessedByLayers("local")
            .whereLayer("sqs")
            .mayOnlyBeAccessedByLayers("functions")
            .whereLayer("docs")
            .mayOnlyBeAccessedByLayers("functions", "local")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("functions", "local")
            .whereLayer("repository")
            .mayOnlyBeAccessedByLayers("docs", "search", "functions", "local")
            .whereLayer("ai")
            .mayOnlyBeAccessedByLayers("docs", "search", "functions", "local")
            .whereLayer("identity")
            .mayOnlyBeAccessedByLayers("repository", "docs", "functions", "local")
            .whereLayer("code")
            .mayOnlyBeAccessedByLayers("docs", "search", "functions", "local")
            .whereLayer("platform")
            .mayOnlyBeAccessedByLayers("identity", "ai", "repository", "docs", "search", "sqs", "functions", "local")
            .whereLayer("embedded")
            .mayOnlyBeAccessedByLayers("local");

    @ArchTest
    static final ArchRule functionsDoNotKnowEachOther = slices().matching(
                    "dev.caffeinecode.(api|clone|index|generate)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.caffeinecode.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule codeKnowsNoFrameworkDatabaseOrCloud = noClasses()
            .that()
            .resideInAPackage("dev.caffeinecode.code..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micronaut..",
                    "jakarta..",
                    "java.sql..",
                    "java.net.http..",
                    "software.amazon..",
                    "com.amazonaws..",
                    "org.eclipse.jgit..",
                    "dev.langchain4j..");

    @ArchTest
    static final ArchRule transportStaysInFunctions = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.caffeinecode.platform..",
                    "dev.caffeinecode.identity..",
                    "dev.caffeinecode.repository..",
                    "dev.caffeinecode.ai..",
                    "dev.caffeinecode.docs..",
                    "dev.caffeinecode.search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http..", "com.amazonaws..", "io.micronaut.security..");

    @ArchTest
    static final ArchRule gitStaysInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.caffeinecode.repository.git..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    @ArchTest
    static final ArchRule modelsStayInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.caffeinecode.ai..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.langchain4j..",
                    "ai.djl..",
                    "ai.onnxruntime..",
                    "software.amazon.awssdk.services.bedrockruntime..");

    @ArchTest
    static final ArchRule controllersAreInternal = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule storesAreInternal = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .and()
            .areInterfaces()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule beansAreGivenToConstructors = noFields()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotEndingWith("Handler")
            .should()
            .beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule oneLoggingApi = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule clockIsGiven = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.caffeinecode.repository..",
                    "dev.caffeinecode.docs..",
                    "dev.caffeinecode.search..",
                    "dev.caffeinecode.platform..")
            .should()
            .callMethod(Instant.class, "now");
}
