package io.subsidyrules.recording.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.PoundGrants;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.ledger.result.CountedAward;
import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.policy.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The awards that limits counted, as the entry of a decision keeps them. */
class RecordedAwardsTest {

    @Test
    void anAmountThatIsNotInYuanHasItsCurrency() {
        try (Ruleset ruleset = Ruleset.of(PoundGrants.beside(SourceFolder.sources(FirstPolicy.FOLDER)))) {
            List<CountedAward> counted = new RecordedAwards(ruleset)
                    .counted(
                            List.of(
                                    award(PoundGrants.ID, "sockets", "Socket"),
                                    award("hebei-quality-2022", "design-purchase", "DesignPurchase")),
                            "A1");
            assertThat(counted)
                    .extracting(CountedAward::currency)
                    .containsExactly(Optional.of("GBP"), Optional.empty());
            assertThat(CountedText.read(
                            Map.of(CountedText.MEMBER, CountedText.of(counted).orElseThrow())))
                    .isEqualTo(counted);
        }
    }

    private static RecordedAward award(String policy, String item, String type) {
        return new RecordedAward(
                "D1",
                0,
                LocalDate.parse("2024-05-01"),
                policy,
                item,
                "1.1",
                type,
                Map.of("site", "a"),
                "A1",
                Map.of(),
                Yuan.of("350"));
    }
}
