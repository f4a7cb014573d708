package io.subsidyrules.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.recording.archive.RulesetHistory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of the list of rulesets, the newest first.
 *
 * @param databaseAway true where only the live one is known, and nothing of what it decided
 * @param next the path of the page after it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RulesetPage(List<View> rulesets, Optional<Boolean> databaseAway, Optional<String> next) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    RulesetPage {
        rulesets = List.copyOf(rulesets);
    }

    /**
     * A ruleset.
     *
     * @param live whether it answers requests now
     * @param recorded since when the ledger names it; absent where it does not yet
     * @param decisions how many it made; absent where that is not known
     * @param lastDecision absent where it made none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(
            String version,
            boolean live,
            Optional<Moment> recorded,
            Optional<Long> decisions,
            Optional<Moment> lastDecision) {}

    /** An entry of the ledger. */
    record Moment(long sequence, String recordedAt) {

        static Moment of(RulesetHistory.Moment moment) {
            return new Moment(moment.sequence(), Times.write(moment.recordedAt()));
        }
    }

    /**
     * The page of those that were found.
     *
     * @param live the version that answers requests
     * @param unnamed the same, where the ledger does not name it yet and this is the first page
     */
    static RulesetPage of(
            List<RulesetHistory.Kept> found, Optional<String> live, Optional<String> unnamed, Optional<String> next) {
        List<View> views = new ArrayList<>();
        unnamed.ifPresent(
                version -> views.add(new View(version, true, Optional.empty(), Optional.of(0L), Optional.empty())));
        for (RulesetHistory.Kept kept : found) {
            views.add(new View(
                    kept.version(),
                    live.equals(Optional.of(kept.version())),
                    Optional.of(Moment.of(kept.first())),
                    Optional.of(kept.decisions()),
                    kept.last().map(Moment::of)));
        }
        return new RulesetPage(views, Optional.empty(), next);
    }

    static RulesetPage withoutDatabase(String live) {
        View view = new View(live, true, Optional.empty(), Optional.empty(), Optional.empty());
        return new RulesetPage(List.of(view), Optional.of(true), Optional.empty());
    }

    /** As JSON in UTF-8. */
    byte[] bytes() {
        try {
            return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
