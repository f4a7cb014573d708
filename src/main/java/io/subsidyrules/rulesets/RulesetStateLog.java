package io.subsidyrules.rulesets;

import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Shortened;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Says in the log which ruleset went live, or why the folder's rules did not, fault by fault, and what looks wrong. */
final class RulesetStateLog {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.rulesets");

    private static final int MOST_NOTICES = 20;
    private static final int IN_FULL = 20;
    private static final int LISTED = 60;

    /** The characters of the findings of one change that are shown in full, in both languages. */
    private static final int LONGEST = 30_000;

    /** The characters of a line that lists something. */
    private static final int LONGEST_LINE = 400;

    private final Path folder;
    private List<Fault> told = List.of();

    RulesetStateLog(Path folder) {
        this.folder = folder;
    }

    /** @param before the notices that were logged already */
    void tell(RulesetState now, List<RulesetState.Noticed> before) {
        LOG.log(now.state() == RulesetState.State.CURRENT ? Logger.Level.INFO : Logger.Level.ERROR, next(now));
        tell(now.folder().notices(), before);
    }

    /** Notices that were not logged before. */
    void tell(List<RulesetState.Noticed> notices, List<RulesetState.Noticed> before) {
        List<RulesetState.Noticed> fresh = notices.stream()
                .filter(noticed ->
                        before.stream().noneMatch(told -> told.notice().saysTheSame(noticed.notice())))
                .toList();
        if (!fresh.isEmpty()) {
            LOG.warn(words(fresh));
        }
    }

    /**
     * The words for a change; faults that were already logged at the previous change are given by their number alone.
     */
    String next(RulesetState now) {
        List<Fault> faults = now.folder().faults();
        boolean again = !faults.isEmpty() && faults.equals(told);
        told = faults;
        return again ? head(now) + "\nThe faults are the same as before this change." : words(now);
    }

    /** The first notices in both languages, and how many more there are. */
    String words(List<RulesetState.Noticed> notices) {
        List<String> first = notices.stream()
                .limit(MOST_NOTICES)
                .map(noticed -> lines(
                        noticed.notice().place() + " " + noticed.notice().code(),
                        noticed.excerpt(),
                        noticed.notice()::told))
                .toList();
        int full = FindingsLimit.within(LONGEST, first.size(), i -> first.get(i).length());
        String told = String.join("\n", first.subList(0, full));
        int more = notices.size() - full;
        return "The rules in %s have something that looks wrong and blocks nothing (notices: %s).\n%s%s"
                .formatted(
                        folder,
                        notices.size(),
                        told,
                        more > 0 ? "\n%s more: GET /v1/rulesets/status".formatted(more) : "");
    }

    /**
     * One line where the folder's rules are live, else its faults, the first with their excerpts, in both languages.
     */
    String words(RulesetState now) {
        if (now.state() == RulesetState.State.CURRENT) {
            return head(now);
        }
        RulesetState.Found found = now.folder();
        Stream<String> summary = found.summary().stream().flatMap(line -> Stream.of(line.en(), line.zh()));
        return Stream.concat(Stream.of(head(now)), Stream.concat(summary, told(found)))
                .collect(Collectors.joining("\n"));
    }

    private String head(RulesetState now) {
        RulesetState.Found found = now.folder();
        String live = now.live()
                .map(serving -> "ruleset " + serving.ruleset().version())
                .orElse("no ruleset");
        if (now.state() == RulesetState.State.CURRENT) {
            return "The rules in %s are live: %s, scenarios run: %s, judged in %s ms"
                    .formatted(folder, live, found.scenarios(), found.took().toMillis());
        }
        return "The rules in %s do not go live (faults: %s%s%s); %s is live."
                .formatted(
                        folder,
                        found.faults().size(),
                        parts("; as they were before: ", now, PartState.State.STALE),
                        parts("; left out: ", now, PartState.State.NOT_LIVE),
                        live);
    }

    /** The first faults in full, some more by their place, and how many there are beyond these. */
    private static Stream<String> told(RulesetState.Found found) {
        List<String> first = IntStream.range(
                        0, Math.min(IN_FULL, found.excerpts().size()))
                .mapToObj(i -> lines(found.faults().get(i), found.excerpts().get(i)))
                .toList();
        int full = FindingsLimit.within(LONGEST, first.size(), i -> first.get(i).length());
        int listed = Math.min(LISTED, found.faults().size());
        Stream<String> more = IntStream.range(full, listed)
                .mapToObj(found.faults()::get)
                .map(fault ->
                        fault.place() + " " + fault.code() + " " + fault.text().en())
                .map(line -> Shortened.end(line, LONGEST_LINE));
        int rest = found.faults().size() - listed;
        Stream<String> others = rest > 0
                ? Stream.of("... and %s more; GET /v1/rulesets/status has them.".formatted(rest))
                : Stream.of();
        return Stream.of(first.subList(0, full).stream(), more, others).flatMap(part -> part);
    }

    private static String parts(String intro, RulesetState now, PartState.State state) {
        String folders = now.live().isEmpty()
                ? ""
                : now.parts().stream()
                        .filter(part -> part.state() == state)
                        .map(PartState::folder)
                        .collect(Collectors.joining(", "));
        return folders.isEmpty() ? "" : intro + Shortened.end(folders, LONGEST_LINE);
    }

    private static String lines(Fault fault, Excerpt excerpt) {
        return lines(fault.place() + " " + fault.code(), excerpt, fault::told);
    }

    private static String lines(String head, Excerpt excerpt, Function<Language, String> told) {
        String line = excerpt.line().isBlank() ? "" : excerpt + "\n";
        return "%s\n%s%s\n%s".formatted(head, line, told.apply(Language.EN), told.apply(Language.ZH));
    }
}
