package io.subsidyrules.hostile;

import io.subsidyrules.engine.stock.StockVerbs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.time.SessionPseudoClock;

/** Gives hostile files of the corpus to Drools as it is, in a process of its own, and says of each when the canary sang. */
final class StockDroolsMain {

    private static final String PACKAGE = "specimen_2022";

    /** When the rules of the corpus that decide an item are in force. */
    private static final Instant IN_FORCE = Instant.parse("2000-06-01T12:00:00Z");

    private StockDroolsMain() {}

    public static void main(String[] names) {
        List<HostileFile> files = HostileFile.all();
        for (String name : names) {
            files.stream().filter(file -> file.name().equals(name)).forEach(StockDroolsMain::tried);
        }
    }

    private static void tried(HostileFile file) {
        System.clearProperty(Canary.SONG);
        String when = "never";
        try {
            KieBuilder builder = built(file);
            if (System.getProperty(Canary.SONG) != null) {
                when = "while it is built";
            } else if (!builder.getResults().hasMessages(Message.Level.ERROR)) {
                fired(builder.getKieModule().getReleaseId());
                when = System.getProperty(Canary.SONG) == null ? "never" : "while it runs";
            } else {
                when = "never: "
                        + builder.getResults()
                                .getMessages()
                                .get(0)
                                .getText()
                                .lines()
                                .findFirst()
                                .orElse("");
            }
        } catch (RuntimeException failed) {
            when = System.getProperty(Canary.SONG) == null ? "never: " + failed : "while it fails";
        }
        System.out.println(file.name() + " " + when);
    }

    private static KieBuilder built(HostileFile hostile) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("hostile", "stock-" + UUID.randomUUID(), "1");
        KieFileSystem system = services.newKieFileSystem().generateAndWritePomXML(release);
        hostile.sources().files().forEach((path, content) -> {
            boolean isRules = path.endsWith(".drl") && !path.endsWith("rules.drl");
            if (isRules) {
                system.write(
                        "src/main/resources/" + path.replace('-', '_'),
                        compilable(new String(content, StandardCharsets.UTF_8)));
            }
        });
        return services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
    }

    /** The file with what Java needs to know of our verbs. */
    private static String compilable(String text) {
        return text.replaceFirst(
                "(?m)^package [a-z_0-9]+;$",
                "$0 import java.math.BigDecimal; import java.time.LocalDate; import static %s.*;"
                        .formatted(StockVerbs.class.getName()));
    }

    private static void fired(ReleaseId release) {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ClockTypeOption.PSEUDO);
        KieSession session = KieServices.get().newKieContainer(release).newKieSession(configuration);
        try {
            SessionPseudoClock clock = session.getSessionClock();
            clock.advanceTime(IN_FORCE.toEpochMilli(), TimeUnit.MILLISECONDS);
            session.insert(fact(session, "vocabulary", "Applicant", "code", "13", "listed", true, "staff", 3));
            session.insert(fact(session, PACKAGE, "Works", "urgent", true));
            session.fireAllRules(100);
        } finally {
            session.dispose();
        }
    }

    private static Object fact(KieSession session, String folder, String type, Object... values) {
        try {
            FactType declared = session.getKieBase().getFactType(folder, type);
            Object fact = declared.newInstance();
            for (int i = 0; i < values.length; i += 2) {
                declared.set(fact, values[i].toString(), values[i + 1]);
            }
            return fact;
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
