package io.subsidyrules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The packages' rules: imports point one way, and the core knows nothing of the service around it. */
@AnalyzeClasses(packages = "io.subsidyrules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.subsidyrules.";

    private static final String[] CORE = {
        "io.subsidyrules.files..",
        "io.subsidyrules.text..",
        "io.subsidyrules.fault..",
        "io.subsidyrules.yaml..",
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

    /** A package and the ones that it may use, each below those that use it. */
    private static final Map<String, String> MAY_USE = Map.ofEntries(
            Map.entry("files", ""),
            Map.entry("folder", ""),
            Map.entry("ledger.result", ""),
            Map.entry("memory", ""),
            Map.entry("storage.diagnosis", ""),
            Map.entry("text", ""),
            Map.entry("admission", "memory"),
            Map.entry("fault", "text"),
            Map.entry("ledger", "files ledger.result text"),
            Map.entry("ledger.finding", "text"),
            Map.entry("page", "text"),
            Map.entry("storage.data", "files"),
            Map.entry("storage.schema", "storage.diagnosis"),
            Map.entry("writing", "text"),
            Map.entry("codes", "fault text"),
            Map.entry("http", "admission text"),
            Map.entry("ledger.account", "ledger.finding writing"),
            Map.entry("storage.postgres", "files storage.data storage.schema"),
            Map.entry("yaml", "fault text"),
            Map.entry("dialect.source", "codes fault folder text"),
            Map.entry("ledger.verify", "ledger ledger.account ledger.finding ledger.result text"),
            Map.entry("policy", "fault text yaml"),
            Map.entry("storage", "storage.diagnosis storage.postgres storage.schema"),
            Map.entry("dialect.model", "codes fault policy text"),
            Map.entry("rulesets.kept", "dialect.source files text"),
            Map.entry("sample", "dialect.source"),
            Map.entry("dialect.check", "dialect.model fault"),
            Map.entry("dialect.syntax", "dialect.model dialect.source fault text"),
            Map.entry("engine.fact", "dialect.model writing"),
            Map.entry("engine.stake", "dialect.model fault policy"),
            Map.entry(
                    "dialect.bind",
                    "codes dialect.check dialect.model dialect.source dialect.syntax fault policy text"),
            Map.entry("engine.project", "dialect.model engine.fact writing"),
            Map.entry("engine.values", "codes dialect.model engine.fact writing"),
            Map.entry("dialect.clause", "dialect.bind dialect.model dialect.source dialect.syntax fault policy text"),
            Map.entry("engine.request", "codes dialect.model engine.fact engine.project fault text writing"),
            Map.entry("engine.wording", "dialect.model engine.project policy text"),
            Map.entry("recording", "engine.project text"),
            Map.entry(
                    "dialect",
                    "codes dialect.bind dialect.clause dialect.model dialect.source dialect.syntax fault policy text"),
            Map.entry(
                    "engine.answer",
                    "dialect.model engine.fact engine.project engine.values engine.wording fault policy text"),
            Map.entry("engine.rule", "dialect.model engine.answer engine.fact engine.wording fault policy text"),
            Map.entry(
                    "recording.store",
                    "engine.answer engine.project engine.request ledger ledger.result recording writing"),
            Map.entry("engine.change", "dialect.model engine.answer engine.fact engine.rule engine.values policy text"),
            Map.entry("recording.integrity", "ledger ledger.result recording recording.store storage text"),
            Map.entry(
                    "recording.project", "codes engine.project engine.request ledger recording.store storage writing"),
            Map.entry(
                    "engine",
                    "dialect dialect.model dialect.source engine.answer engine.change engine.fact engine.project engine.request engine.rule engine.stake engine.wording fault policy text"),
            Map.entry("recording.search", "engine.answer ledger recording recording.integrity recording.store storage"),
            Map.entry(
                    "audit",
                    "dialect.source engine engine.project fault ledger ledger.result recording recording.integrity recording.store rulesets.kept storage text writing"),
            Map.entry(
                    "regression",
                    "dialect.model dialect.source engine engine.answer engine.fact engine.request fault policy text yaml"),
            Map.entry(
                    "service",
                    "dialect.source engine engine.answer engine.request memory sample storage storage.data text"),
            Map.entry(
                    "statement",
                    "dialect.model engine engine.answer engine.fact engine.project engine.request engine.wording page policy text"),
            Map.entry("notice", "dialect.model dialect.source engine engine.answer fault policy regression text"),
            Map.entry(
                    "rulesets",
                    "dialect.model dialect.source engine fault folder memory notice regression rulesets.kept text"),
            Map.entry("amounts", "dialect.model engine http rulesets"),
            Map.entry(
                    "recording.archive",
                    "dialect.source engine fault ledger recording recording.integrity recording.store rulesets rulesets.kept storage text"),
            Map.entry(
                    "recording.write",
                    "admission dialect.source engine engine.answer engine.project engine.request ledger ledger.result memory policy recording recording.archive recording.integrity recording.project recording.store rulesets rulesets.kept sample storage text writing"),
            Map.entry(
                    "recording.replay",
                    "engine engine.answer engine.project engine.request ledger ledger.result policy recording recording.archive recording.store recording.write text"),
            Map.entry(
                    "problem",
                    "engine.project engine.request fault http memory page recording recording.integrity recording.replay rulesets storage text"),
            Map.entry("attestation", "admission http ledger problem recording.search text"),
            Map.entry("evaluation", "engine engine.answer engine.request http page problem rulesets statement text"),
            Map.entry("exchange", "admission http memory problem text"),
            Map.entry(
                    "history",
                    "admission dialect.source engine http ledger problem recording.archive rulesets rulesets.kept text"),
            Map.entry(
                    "progress",
                    "admission codes dialect.model engine engine.answer http ledger policy problem recording.project rulesets text"),
            Map.entry("reader", "http page problem text"),
            Map.entry(
                    "catalogue",
                    "codes dialect.model engine engine.answer engine.wording fault http page policy problem reader rulesets text"),
            Map.entry(
                    "decision",
                    "admission engine engine.answer engine.request engine.wording http ledger ledger.result page policy problem reader recording recording.replay recording.search recording.store recording.write statement text writing"),
            Map.entry(
                    "guide",
                    "dialect.model engine engine.answer engine.request fault http page problem reader rulesets statement text"),
            Map.entry("status", "dialect.source engine fault notice page reader rulesets rulesets.kept text"),
            Map.entry("openapi", "amounts catalogue dialect.model engine http policy problem rulesets text"));

    @ArchTest
    static void aPackageUsesOnlyThoseThatItMay(JavaClasses classes) {
        Set<String> other = new TreeSet<>();
        for (JavaClass one : classes) {
            Set<String> mayUse = Set.of(MAY_USE.getOrDefault(nameOf(one), "").split(" "));
            one.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(used -> used.getPackageName().startsWith(ROOT))
                    .filter(used -> !nameOf(used).equals(nameOf(one)) && !mayUse.contains(nameOf(used)))
                    .forEach(used -> other.add(one.getName() + " uses " + used.getName()));
        }
        assertThat(other).isEmpty();
    }

    @ArchTest
    static void everyPackageIsInTheList(JavaClasses classes) {
        assertThat(classes.stream().map(ArchitectureTest::nameOf).collect(Collectors.toSet()))
                .isEqualTo(MAY_USE.keySet());
    }

    /** About twenty files are as many as a reader takes in at a glance. */
    @ArchTest
    static void noPackageIsAHeap(JavaClasses classes) {
        Map<String, Long> files = classes.stream()
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        ArchitectureTest::nameOf,
                        Collectors.mapping(
                                one -> one.getSource().flatMap(Source::getFileName),
                                Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));
        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(20));
    }

    private static String nameOf(JavaClass one) {
        return one.getPackageName().equals("io.subsidyrules")
                ? ""
                : one.getPackageName().substring(ROOT.length());
    }

    /** Whoever verifies an export has to trust little else. */
    @ArchTest
    static final ArchRule theLedgerKnowsOnlyWordsTheirFormsAndFiles = noClasses()
            .that()
            .resideInAPackage("io.subsidyrules.ledger..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.subsidyrules..")
                    .and(resideOutsideOfPackage("io.subsidyrules.ledger.."))
                    .and(resideOutsideOfPackage("io.subsidyrules.files.."))
                    .and(resideOutsideOfPackage("io.subsidyrules.text.."))
                    .and(resideOutsideOfPackage("io.subsidyrules.writing..")));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.subsidyrules.(**)").should().beFreeOfCycles();

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
