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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages' rules: imports point one way, and the core knows nothing of the service around it. */
@AnalyzeClasses(packages = "io.subsidyrules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Pattern IMPORT = Pattern.compile("import (?:static )?io\\.subsidyrules\\.([a-z.]+)\\.[A-Z]");

    private static final String ROOT = "io.subsidyrules.";

    private static final String[] CORE = {
        "io.subsidyrules.files..",
        "io.subsidyrules.json..",
        "io.subsidyrules.text..",
        "io.subsidyrules.fault..",
        "io.subsidyrules.yaml..",
        "io.subsidyrules.policy..",
        "io.subsidyrules.writing..",
        "io.subsidyrules.codes..",
        "io.subsidyrules.folder..",
        "io.subsidyrules.dialect..",
        "io.subsidyrules.layout..",
        "io.subsidyrules.engine..",
        "io.subsidyrules.effect..",
        "io.subsidyrules.meaning..",
        "io.subsidyrules.regression..",
        "io.subsidyrules.coverage..",
        "io.subsidyrules.lint..",
        "io.subsidyrules.notice..",
        "io.subsidyrules.suite..",
        "io.subsidyrules.mutation..",
        "io.subsidyrules.cli..",
        "io.subsidyrules.page..",
        "io.subsidyrules.statement..",
        "io.subsidyrules.ledger.."
    };

    /** The packages, each below those that use it; a line that is indented goes on with the one before it. */
    private static final String PACKAGES = """
            access uses nothing
            access.rate uses access
            files uses nothing
            folder uses nothing
            json uses nothing
            ledger.result uses nothing
            memory uses nothing
            storage.diagnosis uses nothing
            text uses json
            admission uses memory
            fault uses text
            ledger uses files, ledger.result, text
            ledger.finding uses text
            page uses text
            storage.data uses files
            storage.schema uses storage.diagnosis
            writing uses text
            codes uses fault, text
            http uses access, admission, text
            http.browser uses http
            metrics uses http
            access.browser uses access, http, http.browser
            ledger.account uses ledger.finding, ledger.result, text, writing
            storage.postgres uses files, storage.data, storage.schema
            yaml uses fault, text
            dialect.source uses codes, fault, folder, text
            ledger.verify uses ledger, ledger.account, ledger.finding, ledger.result, text
            policy uses fault, text, yaml
            storage uses storage.diagnosis, storage.postgres, storage.schema
            access.key uses access, storage
            access.command uses access, access.key, fault, storage, text
            dialect.value uses text
            dialect.table uses dialect.value, fault, text
            dialect.model uses codes, dialect.table, dialect.value, fault, policy, text
            rulesets.kept uses dialect.source, files, text
            sample uses dialect.source, text
            dialect.check uses dialect.model, dialect.value, fault
            dialect.syntax uses dialect.source, dialect.value, fault, policy, text
            layout uses dialect.source, dialect.syntax, fault, text, yaml
            dialect.lookup uses dialect.model, dialect.source, dialect.syntax, dialect.table, dialect.value, fault, text
            engine.fact uses codes, dialect.lookup, dialect.model, dialect.table, dialect.value, json, writing
            dialect.operand uses dialect.lookup, dialect.model, dialect.source, dialect.syntax, dialect.table,
                fault, policy, text
            dialect.amount uses dialect.model, dialect.operand, dialect.syntax, dialect.table, dialect.value, fault,
                policy, text
            dialect.bind uses codes, dialect.amount, dialect.check, dialect.lookup, dialect.model, dialect.operand,
                dialect.source, dialect.syntax, dialect.table, dialect.value, fault, policy, text
            meaning.form uses dialect.model, dialect.table, dialect.value, policy
            engine.project uses dialect.model, engine.fact, policy, writing
            engine.values uses dialect.lookup, dialect.model, dialect.table, dialect.value, engine.fact
            coverage.boundary uses dialect.model, dialect.table, dialect.value, engine.fact, engine.values
            dialect.clause uses dialect.bind, dialect.model, dialect.source, dialect.syntax, dialect.value, fault,
                policy, text
            engine.request.direct uses dialect.model, engine.fact
            engine.request uses codes, dialect.model, dialect.value, engine.fact, engine.project, engine.request.direct,
                fault, text, writing
            dialect.limit uses dialect.bind, dialect.model, dialect.operand, dialect.syntax, dialect.value, fault,
                policy, text
            engine.stake uses dialect.model, dialect.source, dialect.table, dialect.value, engine.fact,
                engine.values, fault, policy
            engine.amount uses dialect.lookup, dialect.model, dialect.table, dialect.value, engine.fact,
                engine.values, policy
            engine.wording uses dialect.lookup, dialect.model, dialect.table, dialect.value, engine.fact,
                engine.project, policy, text
            recording uses engine.project, text
            dialect uses codes, dialect.bind, dialect.clause, dialect.limit, dialect.lookup, dialect.model,
                dialect.operand, dialect.source, dialect.syntax, dialect.table, fault, policy, text
            engine.answer uses dialect.model, dialect.value, engine.fact, engine.project, engine.values,
                engine.wording, fault, json, policy, text
            engine.limit uses dialect.model, dialect.value, engine.answer, engine.fact, engine.project,
                engine.request, engine.wording, policy, text
            engine.rule uses dialect.model, dialect.value, engine.amount, engine.answer, engine.fact,
                engine.wording, policy, text
            recording.store uses engine.answer, engine.fact, engine.project, ledger, ledger.result, recording, text,
                writing
            engine.change uses dialect.model, dialect.table, engine.amount, engine.answer, engine.fact, engine.rule,
                engine.values, engine.wording, policy, text
            recording.integrity uses ledger, ledger.result, recording, recording.store, storage, text
            engine uses dialect, dialect.lookup, dialect.model, dialect.source, dialect.value,
                engine.amount, engine.answer, engine.change, engine.fact, engine.limit, engine.project,
                engine.request, engine.rule, engine.stake, engine.wording, fault, policy, text
            meaning.space uses codes, dialect.lookup, dialect.model, dialect.table, dialect.value, engine.fact,
                engine.values, engine.wording, meaning.form, policy, text
            meaning.tree uses dialect.model, dialect.source, engine, engine.answer, engine.fact, engine.request,
                meaning.form, meaning.space, policy, text
            meaning uses codes, dialect.model, dialect.value, engine, engine.answer, engine.fact, engine.values,
                engine.wording, fault, meaning.form, meaning.space, meaning.tree, policy, text
            effect uses codes, dialect.model, engine, engine.answer, engine.fact, engine.project, engine.request, policy,
                text
            recording.project uses codes, engine, engine.answer, engine.fact, engine.project, engine.request, ledger,
                ledger.result, policy, recording.store, storage, writing
            recording.search uses access, engine.answer, ledger, ledger.result, recording, recording.integrity,
                recording.store, storage
            recording.access uses access, http, recording.store, storage
            audit uses dialect.source, engine, engine.project, fault, ledger, ledger.result, recording,
                recording.integrity, recording.store, rulesets.kept, storage, text, writing
            regression.mutant uses dialect.lookup, dialect.model, dialect.table, dialect.value, fault, meaning.form, policy,
                text
            regression uses dialect.lookup, dialect.model, dialect.source, dialect.table, dialect.value, engine,
                engine.amount, engine.answer, engine.fact, engine.project, engine.request, fault, policy, text, yaml
            coverage.point uses coverage.boundary, dialect.lookup, dialect.model, dialect.table, dialect.value, engine,
                engine.amount, engine.answer, engine.fact, engine.request, engine.wording, fault, policy,
                regression, text
            coverage uses coverage.point, dialect.model, dialect.source, engine, fault, regression
            coverage.report uses coverage, coverage.point, dialect.source, engine.fact, fault, page, text
            service uses access, engine, engine.answer, engine.request, memory, sample, storage, storage.data, text
            statement uses dialect.model, dialect.value, engine, engine.answer, engine.fact, engine.project,
                engine.request, engine.wording, page, policy, text
            notice uses dialect.lookup, dialect.model, dialect.source, dialect.table, dialect.value, engine,
                engine.amount, engine.answer, engine.wording, fault, policy, regression, text
            lint.written uses nothing
            lint.comment uses dialect.source, fault
            lint uses dialect.lookup, dialect.model, dialect.source, dialect.table, dialect.value, engine, engine.fact,
                engine.request, fault, lint.comment, lint.written, meaning, meaning.tree, notice, policy, regression, text,
                yaml
            suite uses dialect.model, dialect.source, engine, fault, regression
            mutation.killer uses dialect.model, dialect.source, dialect.value, engine, engine.answer, engine.fact,
                engine.request, engine.values, fault, layout, meaning, meaning.space, policy, regression,
                regression.mutant, text
            mutation uses dialect.model, dialect.source, engine, engine.answer, fault, meaning, meaning.tree,
                mutation.killer, regression, regression.mutant, text
            cli.console uses dialect.source, text
            cli.finding uses cli.console, dialect.source, fault, lint, notice, text
            cli.result uses cli.console, dialect.source, fault, page, regression, suite, text
            cli.sheet uses page, text
            cli.effect uses cli.console, cli.request, cli.sheet, effect, engine.answer, engine.wording, policy, text
            cli.rulebook uses cli.console, cli.effect, cli.finding, cli.request, cli.sheet, dialect.source, effect,
                engine, fault, meaning, meaning.space, meaning.tree, text
            cli.acceptance uses dialect.source, fault, policy, regression, suite
            cli.folder uses cli.console, cli.finding, dialect.source, engine, fault, regression, suite, text
            cli.check uses cli.console, cli.finding, cli.folder, fault, lint, notice, regression, suite,
                text
            cli.request uses cli.console, cli.folder, engine, engine.answer, engine.request, fault, text
            cli.source uses cli.console, cli.folder, dialect.source, fault, files, layout, text
            cli.skeleton uses cli.console, cli.folder, cli.request, cli.source, dialect.model,
                dialect.source, engine, engine.answer, fault, layout, policy, regression, suite, text
            cli.scenario uses cli.acceptance, cli.console, cli.folder, cli.result, cli.source, coverage,
                coverage.report, dialect.source, fault, regression, suite, text
            cli.mutation uses cli.console, cli.folder, cli.rulebook, cli.sheet, dialect.model, dialect.source,
                fault, mutation, mutation.killer, page, regression, regression.mutant, text
            cli uses cli.check, cli.console, cli.mutation, cli.request, cli.rulebook, cli.scenario, cli.skeleton,
                cli.source, fault, text
            rulesets uses dialect.source, engine, fault, folder, memory, notice, regression, rulesets.kept, text
            amounts uses dialect.model, engine, http, rulesets
            recording.archive uses dialect.source, engine, fault, ledger, recording, recording.integrity,
                recording.store, rulesets, rulesets.kept, storage, text
            recording.write uses admission, dialect.source, engine, engine.answer, engine.project, engine.request,
                ledger, ledger.result, memory, policy, recording, recording.archive, recording.integrity,
                recording.project, recording.store, rulesets, rulesets.kept, sample, storage, text, writing
            recording.replay uses engine, engine.answer, engine.project, engine.request, ledger, ledger.result,
                policy, recording, recording.archive, recording.project, recording.store, recording.write, text
            problem uses engine.project, engine.request, fault, http, http.browser, memory, page, recording,
                recording.integrity, recording.replay, rulesets, storage, text
            management uses access
            trace uses access, engine, http, rulesets
            evaluation uses access, access.key, access.rate, admission, engine, engine.answer, engine.request, http, http.browser,
                metrics, page, problem, recording.write, rulesets, statement, text, trace
            exchange uses access, access.browser, access.key, access.rate, admission, evaluation, http, http.browser,
                management, memory, problem, text, trace
            history uses access, admission, dialect.source, engine, http, ledger, problem, recording.archive, rulesets,
                rulesets.kept, text
            progress uses access, admission, codes, dialect.model, engine, engine.answer, http, ledger, policy, problem,
                recording.project, rulesets, text
            reader uses http, page, problem, text
            attestation uses access, admission, http, ledger, problem, reader, recording.access, recording.search, text
            catalogue uses codes, dialect.lookup, dialect.model, dialect.table, dialect.value, engine, engine.answer,
                engine.wording, fault, http, page, policy, problem, reader, rulesets, text
            decision uses access, admission, engine.answer, engine.request, engine.wording, http, ledger, ledger.result,
                page, policy, problem, reader, recording, recording.access, recording.replay, recording.search,
                recording.store, recording.write, statement, text, writing
            guide uses access, dialect.model, dialect.value, engine, engine.answer, engine.request, fault, http, page,
                policy, problem, reader, rulesets, statement, text
            status uses access, dialect.source, engine, fault, notice, page, reader, rulesets, rulesets.kept, text
            openapi uses amounts, catalogue, dialect.model, engine, http, policy, problem, rulesets, text
            """;

    static final Map<String, Set<String>> MAY_USE = PACKAGES.replaceAll("\n +", " ")
            .lines()
            .map(line -> line.split(" uses "))
            .collect(Collectors.toMap(
                    line -> line[0], line -> line[1].equals("nothing") ? Set.of() : Set.of(line[1].split(", "))));

    @ArchTest
    static void aPackageUsesOnlyThoseThatItMay(JavaClasses classes) {
        Set<String> other = new TreeSet<>();
        for (JavaClass one : classes) {
            Set<String> mayUse = MAY_USE.getOrDefault(nameOf(one), Set.of());
            one.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(used -> used.getPackageName().startsWith(ROOT))
                    .filter(used -> !nameOf(used).equals(nameOf(one)) && !mayUse.contains(nameOf(used)))
                    .forEach(used -> other.add(one.getName() + " uses " + used.getName()));
        }
        assertThat(other).isEmpty();
    }

    /**
     * A sentence of the list is true as a whole: nothing is in it that the package does not use. Of constants, which the
     * compiler copies, only the imports are left.
     */
    @ArchTest
    static void aPackageUsesAllThatItsLineSays(JavaClasses classes) throws IOException {
        Map<String, Set<String>> unused = new TreeMap<>();
        MAY_USE.forEach((name, used) -> unused.put(name, new TreeSet<>(used)));
        for (JavaClass one : classes) {
            Set<String> left = unused.getOrDefault(nameOf(one), new TreeSet<>());
            one.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(used -> used.getPackageName().startsWith(ROOT))
                    .forEach(used -> left.remove(nameOf(used)));
        }
        for (Map.Entry<String, Set<String>> line : unused.entrySet()) {
            line.getValue().removeAll(imported(line.getKey()));
        }
        unused.values().removeIf(Set::isEmpty);
        assertThat(unused).isEmpty();
    }

    private static Set<String> imported(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/subsidyrules", name.replace('.', '/')))) {
            Set<String> imported = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                IMPORT.matcher(Files.readString(file)).results().forEach(found -> imported.add(found.group(1)));
            }
            return imported;
        }
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

    /**
     * Two classes that use each other are one: but for expressions and operands, which nest in each other, in the model
     * (what members come to hangs on conditions) and in their parsers.
     */
    @ArchTest
    static void noClassesRunInACircle(JavaClasses classes) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass one : classes) {
            one.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> fileOf(dependency.getTargetClass().getBaseComponentType()))
                    .filter(used -> used.startsWith(ROOT) && !used.equals(fileOf(one)))
                    .forEach(used -> uses.computeIfAbsent(fileOf(one), first -> new TreeSet<>())
                            .add(used));
        }
        Set<String> circles = new TreeSet<>();
        uses.forEach((one, used) -> used.stream()
                .filter(other -> one.compareTo(other) < 0 && reaches(other, one, uses))
                .forEach(other -> circles.add(one + " and " + other)));
        assertThat(circles)
                .containsExactly(
                        "io.subsidyrules.dialect.model.AwardChoice and io.subsidyrules.dialect.model.Operand",
                        "io.subsidyrules.dialect.model.Condition and io.subsidyrules.dialect.model.Expression",
                        "io.subsidyrules.dialect.model.Condition and io.subsidyrules.dialect.model.Operand",
                        "io.subsidyrules.dialect.model.Expression and io.subsidyrules.dialect.model.Operand",
                        "io.subsidyrules.dialect.syntax.ExpressionParser and "
                                + "io.subsidyrules.dialect.syntax.OperandParser");
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
        Set<String> seen = new TreeSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String next : uses.getOrDefault(open.remove(), Set.of())) {
                if (next.equals(to)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    /** The class of the file that a class, perhaps a nested one, is written in. */
    private static String fileOf(JavaClass one) {
        return one.getName().replaceAll("[$].*", "");
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
