package io.subsidyrules.engine.limit;

import static io.subsidyrules.engine.limit.LimitedAnswer.product;
import static io.subsidyrules.engine.limit.LimitedAnswer.products;
import static io.subsidyrules.engine.limit.LimitedAnswer.recorded;
import static io.subsidyrules.engine.limit.LimitedAnswer.request;
import static io.subsidyrules.engine.limit.LimitedAnswer.unknown;
import static io.subsidyrules.engine.limit.LimitedAnswer.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.text.Language;
import org.junit.jupiter.api.Test;

/** The words for what limits leave of awards that are open, and for the highest of several. */
class LimitWordingTest {

    private static final String OF_A_KIND = "$awards : Awards( clause == \"1.1\", same( kind ) )";
    private static final Ruleset SUM =
            products("$awards : Awards( clause == \"1.1\" )", "limit( $awards, yuan( 900 ) );");
    private static final Ruleset COUNT = products(OF_A_KIND, "limit( $awards, awards( 1 ) );");
    private static final Ruleset HIGHEST = products(OF_A_KIND, "limit( $awards, highest() );");
    private static final Ruleset TOPPING_UP = products(OF_A_KIND, "limit( $awards, highest() ).toppingUp();");

    @Test
    void theHighestIsNamedWithItsAmount() {
        Answer answer =
                answer(HIGHEST, product("c1", "a", "300"), product("c2", "a", "100"), unknown("c3", "a", "200"));
        assertThat(text(answer, 0, Language.EN))
                .isEqualTo("of several awards for the kind “a”, the highest counts by clause 1.2: this one");
        assertThat(text(answer, 1, Language.EN))
                .isEqualTo("of several awards for the kind “a”, the highest counts by clause 1.2, and that is 300.00"
                        + " (c1)");
        assertThat(text(answer, 1, Language.ZH)).isEqualTo("依据条款 1.2，类别为“a”的多项奖补就高不重复，最高为 300.00（c1）");
        assertThat(calculation(answer, 2, Language.EN))
                .endsWith("; of several awards for the kind “a”, the highest counts by clause 1.2, and that is 300.00 "
                        + "(c1): 0.00");
    }

    @Test
    void whatToppedUpIsNotSaidToBeGivenBefore() {
        Answer answer = answer(
                TOPPING_UP,
                new RecordedAward[] {recorded("D1", "2021-05-01", "a", "100")},
                product("c1", "a", "300"),
                unknown("c2", "a", "500"));
        assertThat(text(answer, 0, Language.EN))
                .isEqualTo("of several awards for the kind “a”, the highest counts by clause 1.2, and 100.00 are given "
                        + "already (decision D1)");
        assertThat(calculation(answer, 1, Language.EN))
                .endsWith("; of several awards for the kind “a”, the highest counts by clause 1.2, and that is 300.00 "
                        + "with what was given before (decision D1, c1): 200.00");
        assertThat(calculation(answer, 1, Language.ZH))
                .endsWith("；依据条款 1.2，类别为“a”的多项奖补就高不重复，连同此前给予的，最高为 300.00（决定 D1、c1），故为 200.00");
    }

    @Test
    void whatIsOpenIsNotSaidToCount() {
        Answer answer = answer(HIGHEST, unknown("c1", "a", "300"), unknown("c2", "a", "100"));
        assertThat(text(answer, 0, Language.EN))
                .isEqualTo("of several awards for the kind “a”, the highest counts by clause 1.2, and none counts yet");
        assertThat(truth(answer, 0)).isEqualTo("TRUE");
        assertThat(calculation(answer, 1, Language.EN))
                .endsWith(", and none counts yet, and what others have at stake comes first: 0.00");
        assertThat(calculation(answer, 1, Language.ZH)).endsWith("，尚无一项计入，另须先计入其他待定事项，故为 0.00");
    }

    @Test
    void whatIsAtStakeBeforeLeavesNoPlace() {
        Answer answer = answer(COUNT, unknown("c1", "a", "300"), unknown("c2", "a", "300"));
        assertThat(calculation(answer, 1, Language.EN))
                .endsWith(
                        "; of at most one award for the kind “a” by clause 1.2, none is used, and what others have at "
                                + "stake comes first: 0.00");
        assertThat(truth(answer, 1)).isEqualTo("UNKNOWN");
    }

    @Test
    void aLimitThatLeavesSomethingHoldsThoughNothingIsAtStake() {
        assertThat(truth(answer(SUM, unknown("c1", "a", "0")), 0)).isEqualTo("TRUE");
    }

    @Test
    void whatIsAtStakeIsWorkedOutToTheEnd() {
        Answer answer = answer(SUM, product("c1", "a", "400"), unknown("c2", "a", "700"), unknown("c3", "a", "50"));
        assertThat(calculation(answer, 1, Language.EN))
                .isEqualTo(
                        "700.00, below the ceiling of 10,000,000.00; of at most 900.00 by clause 1.2, 400.00 are used "
                                + "(c1): 500.00");
        assertThat(calculation(answer, 2, Language.EN))
                .endsWith("400.00 are used (c1), and what others have at stake comes first: 0.00");
        assertThat(truth(answer, 1)).isEqualTo("TRUE");
        assertThat(truth(answer, 2)).isEqualTo("UNKNOWN");
    }

    private static Answer answer(Ruleset ruleset, String... claims) {
        return ruleset.evaluate(request(ruleset, "2021-12-01", "", claims), Explain.FULL);
    }

    private static Answer answer(Ruleset ruleset, RecordedAward[] awards, String... claims) {
        return with(ruleset, request(ruleset, "2021-12-01", "", claims), awards);
    }

    private static JsonNode item(Answer answer, int claim, Language language) {
        return LimitedAnswer.item(answer, claim, language).orElseThrow();
    }

    private static String calculation(Answer answer, int claim, Language language) {
        return item(answer, claim, language).path("calculation").asText();
    }

    /** Of the last condition, which is that of the limit. */
    private static String text(Answer answer, int claim, Language language) {
        return last(answer, claim, language).path("text").asText();
    }

    private static String truth(Answer answer, int claim) {
        return last(answer, claim, Language.EN).path("truth").asText();
    }

    private static JsonNode last(Answer answer, int claim, Language language) {
        JsonNode conditions = item(answer, claim, language).path("conditions");
        return conditions.path(conditions.size() - 1);
    }
}
