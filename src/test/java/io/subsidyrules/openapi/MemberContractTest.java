package io.subsidyrules.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The contract of rules with lists of members has all that a generated client needs of them. */
class MemberContractTest {

    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/tables")));

    @AfterAll
    static void close() {
        RULES.close();
    }

    private static JsonNode workers(Language language, boolean strings) {
        return LiveContract.of(RULES, language, new ContractForm(true, strings), "/")
                .at("/components/schemas/JobsClaim/properties/workers");
    }

    @Test
    void aListHasItsLengthAndTheFieldsOfAMemberWithTheirTypesAndBounds() {
        JsonNode workers = workers(Language.EN, false);
        assertThat(workers.path("type").toString()).isEqualTo("[\"array\",\"null\"]");
        assertThat(workers.path("minItems").intValue()).isZero();
        assertThat(workers.path("maxItems").intValue()).isEqualTo(50);
        JsonNode member = workers.path("items");
        assertThat(member.path("type").textValue()).isEqualTo("object");
        assertThat(member.path("description").textValue()).isEqualTo("worker");
        assertThat(member.path("additionalProperties").booleanValue()).isFalse();
        assertThat(member.path("properties").properties())
                .extracting(property -> property.getKey())
                .containsExactly("months", "wage", "degree", "hiredOn");
        assertThat(member.at("/properties/months/minimum").intValue()).isZero();
        assertThat(member.at("/properties/months/maximum").intValue()).isEqualTo(600);
        assertThat(member.at("/properties/wage/x-decimals").intValue()).isEqualTo(2);
        assertThat(member.at("/properties/degree/enum").toString()).isEqualTo("[\"COLLEGE\",\"BACHELOR\",null]");
        assertThat(member.at("/properties/degree/description").textValue()).contains("- `BACHELOR`: bachelor");
        assertThat(member.at("/properties/hiredOn/format").textValue()).isEqualTo("date");
    }

    @Test
    void itsWordsAreInTheLanguageAskedFor() {
        JsonNode workers = workers(Language.ZH, false);
        assertThat(workers.path("description").textValue()).isEqualTo("员工");
        assertThat(workers.at("/items/properties/months/description").textValue())
                .isEqualTo("合同月数");
        assertThat(workers.at("/items/properties/degree/description").textValue())
                .contains("- `BACHELOR`: 本科");
    }

    @Test
    void theAmountsOfMembersAreStringsWhereAmountsAre() {
        JsonNode member = workers(Language.EN, true).path("items");
        assertThat(member.at("/properties/wage/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(member.at("/properties/wage").has("maximum")).isFalse();
        assertThat(member.at("/properties/months/type").toString()).isEqualTo("[\"integer\",\"null\"]");
    }
}
