package io.subsidyrules.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.rulesets.PartState;
import io.subsidyrules.rulesets.RulesetState;
import io.subsidyrules.rulesets.kept.KeepingFailure;
import io.subsidyrules.text.Language;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The state of the rules as the service answers it.
 *
 * @param live absent where no ruleset is live
 * @param vocabulary absent where the folder has none
 * @param judging absent where the state is that of the folder's content
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RulesetStatusPage(
        RulesetState.State state,
        @Nullable LiveView live,
        @Nullable PartView vocabulary,
        List<PolicyView> policies,
        @Nullable JudgingView judging,
        FolderView folder) {

    record JudgingView(String since) {}

    record PartView(PartState.State state, String since) {}

    record PolicyView(String policy, PartState.State state, String since) {}

    /** @param notKept absent where a restart with faulty rules would find this ruleset */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LiveView(
            String version,
            String since,
            RulesetState.Origin origin,
            int items,
            @Nullable NotKeptView notKept) {}

    record NotKeptView(String since, String reason) {}

    record FolderView(
            String version,
            String judged,
            long milliseconds,
            int scenarios,
            int faultCount,
            List<String> summary,
            List<FindingView> faults,
            int noticeCount,
            List<FindingView> notices) {}

    /** A fault or a notice. */
    record FindingView(
            String file, int line, int column, String code, String text, String remedy, ExcerptView excerpt) {}

    record ExcerptView(String line, String caret) {}

    static RulesetStatusPage of(
            RulesetState now, Optional<Instant> judgedSince, Optional<KeepingFailure> unkept, Language language) {
        RulesetState.Found found = now.folder();
        LiveView live = now.live()
                .map(serving -> new LiveView(
                        serving.ruleset().version(),
                        time(serving.since()),
                        serving.origin(),
                        serving.ruleset().items().size(),
                        unkept.map(kept -> new NotKeptView(
                                        time(kept.since()), kept.why().in(language)))
                                .orElse(null)))
                .orElse(null);
        List<FindingView> faults = IntStream.range(0, found.excerpts().size())
                .mapToObj(i -> view(found.faults().get(i), found.excerpts().get(i), language))
                .toList();
        FolderView folder = new FolderView(
                found.sources().version(),
                time(found.judged()),
                found.took().toMillis(),
                found.scenarios(),
                found.faults().size(),
                found.summary().stream().map(line -> line.in(language)).toList(),
                faults,
                found.noticeCount(),
                found.notices().stream()
                        .map(noticed -> view(noticed.notice(), noticed.excerpt(), language))
                        .toList());
        JudgingView judging =
                judgedSince.map(since -> new JudgingView(time(since))).orElse(null);
        return new RulesetStatusPage(now.state(), live, vocabulary(now), policies(now), judging, folder);
    }

    private static @Nullable PartView vocabulary(RulesetState now) {
        return now.parts().stream()
                .filter(part -> !part.isPolicy())
                .map(part -> new PartView(part.state(), time(part.since())))
                .findFirst()
                .orElse(null);
    }

    private static List<PolicyView> policies(RulesetState now) {
        return now.parts().stream()
                .filter(PartState::isPolicy)
                .map(part -> new PolicyView(part.folder(), part.state(), time(part.since())))
                .toList();
    }

    private static FindingView view(Fault fault, Excerpt excerpt, Language language) {
        return view(
                fault.place(),
                fault.code(),
                fault.text().in(language),
                fault.remedy().in(language),
                excerpt);
    }

    private static FindingView view(Notice notice, Excerpt excerpt, Language language) {
        return view(
                notice.place(),
                notice.code(),
                notice.text().in(language),
                notice.remedy().in(language),
                excerpt);
    }

    private static FindingView view(Place place, Enum<?> code, String text, String remedy, Excerpt excerpt) {
        return new FindingView(
                place.file(),
                place.line(),
                place.column(),
                code.name(),
                text,
                remedy,
                new ExcerptView(excerpt.line(), excerpt.caret()));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
