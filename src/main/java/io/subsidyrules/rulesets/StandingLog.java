package io.subsidyrules.rulesets;

import io.subsidyrules.policy.Excerpt;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Says in the log which ruleset went live, or why the folder's rules did not, fault by fault, and what looks wrong. */
final class StandingLog {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.rulesets");

    private static final int MOST_NOTICES = 20;
    private static final int IN_FULL = 20;
    private static final int LISTED = 60;

    private final Path folder;

    StandingLog(Path folder) {
        this.folder = folder;
    }

    /** @param before the notices that were told already */
    void tell(Standing standing, List<Standing.Noticed> before) {
        LOG.log(standing.state() == Standing.State.CURRENT ? Logger.Level.INFO : Logger.Level.ERROR, words(standing));
        tell(standing.folder().notices(), before);
    }

    /** Notices that were not told before. */
    void tell(List<Standing.Noticed> notices, List<Standing.Noticed> before) {
        List<Standing.Noticed> fresh = notices.stream()
                .filter(noticed ->
                        before.stream().noneMatch(told -> told.notice().saysTheSame(noticed.notice())))
                .toList();
        if (!fresh.isEmpty()) {
            LOG.warn(words(fresh));
        }
    }

    /** The first notices in both languages, and how many more there are. */
    String words(List<Standing.Noticed> notices) {
        String told = notices.stream()
                .limit(MOST_NOTICES)
                .map(noticed -> lines(
                        noticed.notice().place() + " " + noticed.notice().code(),
                        noticed.excerpt(),
                        noticed.notice()::told))
                .collect(Collectors.joining("\n"));
        int more = notices.size() - Math.min(MOST_NOTICES, notices.size());
        return "The rules in %s have something that looks wrong and blocks nothing (notices: %s).\n%s%s"
                .formatted(
                        folder,
                        notices.size(),
                        told,
                        more > 0 ? "\n%s more: GET /v1/rulesets/status".formatted(more) : "");
    }

    /** One line where the folder's rules are live, else its faults, the first with their excerpts, in both languages. */
    String words(Standing standing) {
        Standing.Found found = standing.folder();
        String live = standing.live()
                .map(serving -> "ruleset " + serving.ruleset().version())
                .orElse("no ruleset");
        if (standing.state() == Standing.State.CURRENT) {
            return "The rules in %s are live: %s, scenarios run: %s, judged in %s ms"
                    .formatted(folder, live, found.scenarios(), found.took().toMillis());
        }
        Stream<String> summary = found.summary().stream().flatMap(line -> Stream.of(line.en(), line.zh()));
        return "The rules in %s do not go live (faults: %s%s%s); %s is live.\n%s"
                .formatted(
                        folder,
                        found.faults().size(),
                        parts("; as they were before: ", standing, PartStanding.State.STALE),
                        parts("; left out: ", standing, PartStanding.State.NOT_LIVE),
                        live,
                        Stream.concat(summary, told(found)).collect(Collectors.joining("\n")));
    }

    /** The first faults in full, some more by their place, and how many there are beyond these. */
    private static Stream<String> told(Standing.Found found) {
        int full = Math.min(IN_FULL, found.excerpts().size());
        int listed = Math.min(LISTED, found.faults().size());
        Stream<String> first = IntStream.range(0, full)
                .mapToObj(i -> lines(found.faults().get(i), found.excerpts().get(i)));
        Stream<String> more = IntStream.range(full, listed)
                .mapToObj(found.faults()::get)
                .map(fault ->
                        fault.place() + " " + fault.code() + " " + fault.text().en());
        int rest = found.faults().size() - listed;
        Stream<String> others = rest > 0
                ? Stream.of("... and %s more; GET /v1/rulesets/status has them.".formatted(rest))
                : Stream.of();
        return Stream.of(first, more, others).flatMap(part -> part);
    }

    private static String parts(String intro, Standing standing, PartStanding.State state) {
        String folders = standing.live().isEmpty()
                ? ""
                : standing.parts().stream()
                        .filter(part -> part.state() == state)
                        .map(PartStanding::folder)
                        .collect(Collectors.joining(", "));
        return folders.isEmpty() ? "" : intro + folders;
    }

    private static String lines(Fault fault, Excerpt excerpt) {
        return lines(fault.place() + " " + fault.code(), excerpt, fault::told);
    }

    private static String lines(String head, Excerpt excerpt, Function<Language, String> told) {
        String line = excerpt.line().isBlank() ? "" : excerpt + "\n";
        return "%s\n%s%s\n%s".formatted(head, line, told.apply(Language.EN), told.apply(Language.ZH));
    }
}
