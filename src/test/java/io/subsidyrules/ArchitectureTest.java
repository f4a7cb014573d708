package io.subsidyrules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages' rules: imports point one way, and the core knows nothing of the service around it. */
@AnalyzeClasses(packages = "io.subsidyrules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "io.subsidyrules.files..",
        "io.subsidyrules.policy..",
        "io.subsidyrules.writing..",
        "io.subsidyrules.codes..",
        "io.subsidyrules.folder..",
        "io.subsidyrules.dialect..",
        "io.subsidyrules.engine..",
        "io.subsidyrules.regression..",
        "io.subsidyrules.notice..",
        "io.subsidyrules.page..",
        "io.subsidyrules.statement..",
        "io.subsidyrules.ledger.."
    };

    @ArchTest
    static final ArchRule importsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("files")
            .definedBy("io.subsidyrules.files..")
            .layer("policy")
            .definedBy("io.subsidyrules.policy..")
            .layer("writing")
            .definedBy("io.subsidyrules.writing..")
            .layer("codes")
            .definedBy("io.subsidyrules.codes..")
            .layer("folder")
            .definedBy("io.subsidyrules.folder..")
            .layer("dialect")
            .definedBy("io.subsidyrules.dialect..")
            .layer("engine")
            .definedBy("io.subsidyrules.engine..")
            .layer("regression")
            .definedBy("io.subsidyrules.regression..")
            .layer("notice")
            .definedBy("io.subsidyrules.notice..")
            .layer("page")
            .definedBy("io.subsidyrules.page..")
            .layer("statement")
            .definedBy("io.subsidyrules.statement..")
            .layer("ledger")
            .definedBy("io.subsidyrules.ledger..")
            .layer("admission")
            .definedBy("io.subsidyrules.admission..")
            .layer("rulesets")
            .definedBy("io.subsidyrules.rulesets..")
            .layer("storage")
            .definedBy("io.subsidyrules.storage..")
            .layer("recording")
            .definedBy("io.subsidyrules.recording..")
            .layer("audit")
            .definedBy("io.subsidyrules.audit..")
            .layer("http")
            .definedBy("io.subsidyrules.http..")
            .layer("problem")
            .definedBy("io.subsidyrules.problem..")
            .layer("exchange")
            .definedBy("io.subsidyrules.exchange..")
            .layer("reader")
            .definedBy("io.subsidyrules.reader..")
            .layer("resources")
            .definedBy(
                    "io.subsidyrules.evaluation..",
                    "io.subsidyrules.guide..",
                    "io.subsidyrules.catalogue..",
                    "io.subsidyrules.openapi..",
                    "io.subsidyrules.amounts..",
                    "io.subsidyrules.status..",
                    "io.subsidyrules.history..",
                    "io.subsidyrules.decision..",
                    "io.subsidyrules.attestation..",
                    "io.subsidyrules.progress..")
            .whereLayer("resources")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("audit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("exchange")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("reader")
            .mayOnlyBeAccessedByLayers("resources")
            .whereLayer("problem")
            .mayOnlyBeAccessedByLayers("exchange", "reader", "resources")
            .whereLayer("admission")
            .mayOnlyBeAccessedByLayers("recording", "http", "exchange", "resources")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("problem", "exchange", "reader", "resources")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("statement", "problem", "reader", "resources")
            .whereLayer("statement")
            .mayOnlyBeAccessedByLayers("resources")
            .whereLayer("recording")
            .mayOnlyBeAccessedByLayers("audit", "problem", "resources")
            .whereLayer("files")
            .mayOnlyBeAccessedByLayers("ledger", "rulesets", "storage", "recording")
            .whereLayer("storage")
            .mayOnlyBeAccessedByLayers("recording", "audit", "problem")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("recording", "audit", "resources")
            .whereLayer("rulesets")
            .mayOnlyBeAccessedByLayers("recording", "audit", "problem", "resources")
            .whereLayer("notice")
            .mayOnlyBeAccessedByLayers("rulesets", "resources")
            .whereLayer("regression")
            .mayOnlyBeAccessedByLayers("notice", "rulesets", "resources")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers(
                    "regression", "notice", "statement", "rulesets", "recording", "audit", "problem", "resources")
            .whereLayer("writing")
            .mayOnlyBeAccessedByLayers("dialect", "engine", "ledger", "recording", "audit", "resources")
            .whereLayer("codes")
            .mayOnlyBeAccessedByLayers("dialect", "engine", "recording", "resources")
            .whereLayer("folder")
            .mayOnlyBeAccessedByLayers("dialect", "rulesets")
            .whereLayer("dialect")
            .mayOnlyBeAccessedByLayers(
                    "engine", "regression", "notice", "statement", "rulesets", "recording", "audit", "resources");

    /** Whoever verifies an export has to trust little else. */
    @ArchTest
    static final ArchRule theLedgerKnowsOnlyWordsTheirFormsAndFiles = noClasses()
            .that()
            .resideInAPackage("io.subsidyrules.ledger..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.subsidyrules..")
                    .and(resideOutsideOfPackage("io.subsidyrules.ledger.."))
                    .and(resideOutsideOfPackage("io.subsidyrules.files.."))
                    .and(resideOutsideOfPackage("io.subsidyrules.policy.."))
                    .and(resideOutsideOfPackage("io.subsidyrules.writing..")));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.subsidyrules.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theCoreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "io.quarkus..", "io.quarkiverse..", "io.vertx..", "jakarta..", "java.sql..", "javax.sql..")
                    .and(resideOutsideOfPackage("io.quarkus.qute..")));

    @ArchTest
    static final ArchRule onlyPagesKnowTheTemplateEngine = noClasses()
            .that()
            .resideOutsideOfPackage("io.subsidyrules.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.qute..");

    @ArchTest
    static final ArchRule onlyDialectAndEngineKnowDrools = noClasses()
            .that()
            .resideOutsideOfPackages("io.subsidyrules.dialect..", "io.subsidyrules.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule moneyIsExact = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Double.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Float.class);

    @ArchTest
    static final ArchRule todayIsAParameter = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);

    @ArchTest
    static final ArchRule everyPackageRefusesNulls = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class);
}
