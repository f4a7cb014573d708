package io.subsidyrules.rulesets;

import io.subsidyrules.policy.Excerpt;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.Language;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Says in the log which ruleset went live, or why the folder's rules did not, fault by fault. */
final class StandingLog {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.rulesets");

    private final Path folder;

    StandingLog(Path folder) {
        this.folder = folder;
    }

    void tell(Standing standing) {
        LOG.log(standing.state() == Standing.State.CURRENT ? Logger.Level.INFO : Logger.Level.ERROR, words(standing));
    }

    /** One line where the folder's rules are live, else every fault with its excerpt, in both languages. */
    String words(Standing standing) {
        Standing.Found found = standing.folder();
        String live = standing.live()
                .map(serving -> "ruleset " + serving.ruleset().version())
                .orElse("no ruleset");
        if (standing.state() == Standing.State.CURRENT) {
            return "The rules in %s are live: %s, scenarios run: %s, judged in %s ms"
                    .formatted(folder, live, found.scenarios(), found.took().toMillis());
        }
        return "The rules in %s do not go live (faults: %s); %s is live.\n%s"
                .formatted(
                        folder,
                        found.faults().size(),
                        live,
                        IntStream.range(0, found.excerpts().size())
                                .mapToObj(i -> lines(
                                        found.faults().get(i), found.excerpts().get(i)))
                                .collect(Collectors.joining("\n")));
    }

    private static String lines(Fault fault, Excerpt excerpt) {
        return "%s %s\n%s\n%s\n%s"
                .formatted(fault.place(), fault.code(), excerpt, fault.told(Language.EN), fault.told(Language.ZH));
    }
}
