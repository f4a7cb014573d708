package io.subsidyrules.engine.stock;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.random.GivenFact;
import io.subsidyrules.engine.random.GivenRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.util.DateUtils;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.time.SessionPseudoClock;

/** A rule book compiled and fired by Drools alone, with declared types and its own date-effective. */
final class StockDrools {

    private final Set<String> ruleNames;
    private final KieBase base;
    private final UnaryOperator<String> packageOfFolder;

    private StockDrools(RuleBook book, Map<String, String> files, UnaryOperator<String> packageOfFolder) {
        this.ruleNames = book.rules().stream().map(Rule::name).collect(Collectors.toSet());
        this.base = inRootLocale(() -> compile(files));
        this.packageOfFolder = packageOfFolder;
    }

    /** The book printed anew, null-safe. */
    static StockDrools printed(RuleBook book) {
        return new StockDrools(book, Map.of("printed/rules.drl", StockDrl.of(book)), folder -> StockDrl.PACKAGE);
    }

    /** The files that the book was read from, as they stand; for facts without nulls. */
    static StockDrools ofFiles(RuleBook book, RuleSources sources) {
        Map<String, String> files = new HashMap<>();
        sources.files().forEach((path, content) -> {
            if (path.endsWith(".drl")) {
                files.put(path, compilable(new String(content, StandardCharsets.UTF_8)));
            }
        });
        return new StockDrools(book, files, folder -> folder.replace('-', '_'));
    }

    /**
     * The file with what Java needs to know; without the argument of {@code @key}, an annotation that Drools has too,
     * but without one; and with a B after each fraction in a condition, which Drools takes for a double otherwise.
     */
    private static String compilable(String text) {
        String imports = "import java.math.BigDecimal; import java.time.LocalDate; import static %s.*;"
                .formatted(StockVerbs.class.getName());
        return text.replace("@key( \"applicant\" )", "@key")
                .replaceAll("(?<!yuan\\( |percent\\( )\\b[0-9]+\\.[0-9]+\\b", "$0B")
                .replaceFirst("(?m)^package [a-z_0-9]+;$", "$0 " + imports);
    }

    /** Drools' compiler does not find a field such as industry where i has a capital of its own, as in Turkish. */
    private static KieBase inRootLocale(Supplier<KieBase> compilation) {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return compilation.get();
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static KieBase compile(Map<String, String> files) {
        if (!DateUtils.getDateFormatMask().equals("yyyy-MM-dd")) {
            throw new IllegalStateException("Drools must be started with -Ddrools.dateformat=yyyy-MM-dd.");
        }
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("io.subsidyrules", "stock-" + UUID.randomUUID(), "1");
        KieFileSystem system = services.newKieFileSystem().generateAndWritePomXML(release);
        files.forEach((path, text) -> system.write("src/main/resources/" + path.replace('-', '_'), text));
        KieBuilder builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieBase base = services.newKieContainer(release).getKieBase();
        services.getRepository().removeKieModule(release);
        return base;
    }

    /** The rules that fire, each with the position of its claim in the request, or with - for the applicant alone. */
    Set<String> fired(GivenRequest request) {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ClockTypeOption.PSEUDO);
        KieSession session = base.newKieSession(configuration, null);
        try {
            setDate(session, request.date());
            Object applicant = fact(request.applicant());
            List<Object> claims = new ArrayList<>();
            request.claims().forEach(claim -> claims.add(fact(claim.fact())));
            Recorder recorder = new Recorder(ruleNames, claims);
            session.addEventListener(recorder);
            session.insert(applicant);
            claims.forEach(session::insert);
            session.fireAllRules();
            return recorder.fired;
        } finally {
            session.dispose();
        }
    }

    /** Noon, since a rule is in force after the instant that date-effective says, which is midnight. */
    private static void setDate(KieSession session, LocalDate asOf) {
        SessionPseudoClock clock = session.getSessionClock();
        clock.advanceTime(
                asOf.atTime(LocalTime.NOON)
                        .atZone(ZoneId.systemDefault())
                        .toInstant()
                        .toEpochMilli(),
                TimeUnit.MILLISECONDS);
        session.setGlobal("asOf", asOf);
    }

    /** Records what fires, but for the rules that are only conditions of others. */
    private static final class Recorder extends DefaultAgendaEventListener {

        private final Set<String> fired = new TreeSet<>();
        private final Set<String> ruleNames;
        private final List<Object> claims;

        Recorder(Set<String> ruleNames, List<Object> claims) {
            this.ruleNames = ruleNames;
            this.claims = claims;
        }

        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
            String rule = event.getMatch().getRule().getName();
            String claim = event.getMatch().getObjects().stream()
                    .map(this::position)
                    .filter(position -> position >= 0)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            if (ruleNames.contains(rule)) {
                fired.add((claim.isEmpty() ? "-" : claim) + " " + rule);
            }
        }

        private int position(Object fact) {
            for (int i = 0; i < claims.size(); i++) {
                if (claims.get(i) == fact) {
                    return i;
                }
            }
            return -1;
        }
    }

    private Object fact(GivenFact given) {
        FactType type = given.type();
        org.kie.api.definition.type.FactType declared =
                base.getFactType(packageOfFolder.apply(type.folder()), type.name());
        try {
            Object fact = declared.newInstance();
            for (GivenFact.Given value : given.values()) {
                if (value.isTold()) {
                    declared.set(fact, value.field().name(), stockValue(value, fact));
                }
            }
            return fact;
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** The value; for a constant that of the enum that Drools has compiled. */
    private static Object stockValue(GivenFact.Given value, Object fact) throws ReflectiveOperationException {
        if (!(value.value() instanceof Constant constant)) {
            return value.value();
        }
        Field field = value.field();
        String getter = "get" + field.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + field.name().substring(1);
        for (Object one : fact.getClass().getMethod(getter).getReturnType().getEnumConstants()) {
            if (((Enum<?>) one).name().equals(constant.name())) {
                return one;
            }
        }
        throw new IllegalStateException("Drools does not know the constant %s.".formatted(constant));
    }
}
