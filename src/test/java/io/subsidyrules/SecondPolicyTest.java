package io.subsidyrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second policy is a folder of files: a new claim type, its own rules, and no change of any Java. */
class SecondPolicyTest {

    private static final String POLICY = """
            id: city-heating-2024
            title: { en: Heating of small workshops, zh: 小作坊取暖补贴 }
            issuer: { en: A city, zh: 某市 }
            issued: 2024-01-01
            source: { en: Notice 1 of 2024, zh: 2024年第1号通知 }
            per:
              - { id: pump, text: { en: pump, zh: 台热泵 } }
            measures:
              - number: 1
                title: { en: Heat pumps, zh: 热泵 }
                summary: { en: A tenth of the price of a heat pump is refunded., zh: 按热泵价格的十分之一补贴。 }
                clauses:
                  - number: "1.1"
                    title: { en: Refund, zh: 补贴 }
                    summary: { en: A tenth of the price., zh: 价格的十分之一。 }
                    items:
                      - id: heat-pump
                        title: { en: Refund for a heat pump, zh: 热泵补贴 }
            """;

    private static final String RULES = """
            package city_heating_2024;

            import vocabulary.*;

            declare enum PumpKind
                AIR( "air", "空气源" ), GROUND( "ground", "地源" );
                en : String
                zh : String
            end

            declare HeatPump extends Claim
                @en( "heat pump" ) @zh( "热泵" )
                serialNumber : String @key @required @en( "serial number" ) @zh( "序列号" )
                pump : PumpKind @en( "kind of pump" ) @zh( "热泵类型" )
                price : BigDecimal @en( "price in yuan" ) @zh( "价格（元）" )
            end

            rule "heat-pump-first-year"
                @item( "heat-pump" ) @clause( "1.1" ) @per( "pump" )
                date-effective "2024-01-01"
                date-expires "2025-01-01"
            when
                Applicant( size in ( EnterpriseSize.SMALL, EnterpriseSize.MICRO ) )
                $pump : HeatPump( pump == PumpKind.AIR || price < 20_000, $price : price )
            then
                award( $pump, percent( 10 ).of( $price ).atMost( yuan( 3_000 ) ) );
            end

            rule "heat-pump-later"
                @item( "heat-pump" ) @clause( "1.1" ) @per( "pump" )
                date-effective "2025-01-01"
            when
                Applicant( size in ( EnterpriseSize.SMALL, EnterpriseSize.MICRO ) )
                $pump : HeatPump( pump == PumpKind.AIR )
            then
                award( $pump, yuan( 1_000 ) );
            end
            """;

    @TempDir
    Path folder;

    private Ruleset ruleset;

    @BeforeEach
    void addAPolicyBesideTheFirst() throws IOException {
        Path rules = FirstPolicy.FOLDER;
        try (Stream<Path> paths = Files.walk(rules)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = folder.resolve(rules.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        Path second = Files.createDirectory(folder.resolve("city-heating-2024"));
        Files.writeString(second.resolve("policy.yaml"), POLICY);
        Files.writeString(second.resolve("heating.drl"), RULES);
        ruleset = Ruleset.of(SourceFolder.sources(folder));
    }

    @Test
    void theNewClaimTypeIsReadAndAwarded() {
        assertThat(evaluate("2024-06-01", "\"pump\": \"GROUND\", \"price\": 12345.67", ""))
                .contains("\"total\":1234.56,")
                .contains("\"item\":\"heat-pump\",\"policy\":\"city-heating-2024\",\"clause\":\"1.1\"")
                .contains("\"title\":\"Refund for a heat pump\"");
    }

    @Test
    void theAmountChangesFromTheFirstDayOfTheNextPeriod() {
        assertThat(evaluate("2024-12-31", "\"pump\": \"AIR\", \"price\": 30000", ""))
                .contains("\"total\":3000.00,");
        assertThat(evaluate("2025-01-01", "\"pump\": \"AIR\", \"price\": 30000", ""))
                .contains("\"total\":1000.00,");
        assertThat(evaluate("2023-12-31", "\"pump\": \"AIR\", \"price\": 30000", ""))
                .contains("\"total\":0.00,", "\"pointer\":\"/asOf\"", "date-effective \\\"2024-01-01\\\"");
    }

    @Test
    void oneSideOfAnOrIsEnoughAndTheOtherMayBeUnknown() {
        assertThat(evaluate("2024-06-01", "\"price\": 19999.99", "")).contains("\"total\":1999.99,");
        assertThat(evaluate("2024-06-01", "\"price\": 20000", ""))
                .contains("\"missing\":[\"/claims/0/pump\"]", "\"atStake\":2000.00");
        assertThat(evaluate("2024-06-01", "\"pump\": \"AIR\"", ""))
                .contains("\"missing\":[\"/claims/0/price\"]", "\"atStake\":3000.00");
    }

    @Test
    void aClaimTypeWithNoRuleInTheChosenPoliciesIsNotEligibleWithoutItems() {
        assertThat(evaluate(
                        "2024-06-01", "\"pump\": \"AIR\", \"price\": 1", ", \"policies\": [\"hebei-quality-2022\"]"))
                .contains(
                        "\"type\":\"HeatPump\",\"status\":\"NOT_ELIGIBLE\",\"amount\":0.00,\"atStake\":0.00,\"items\":[]");
    }

    @Test
    void onlyTheChosenPolicyIsEvaluated() {
        assertThat(evaluate("2024-06-01", "\"price\": 1", ", \"policies\": [\"city-heating-2024\"]"))
                .contains("\"supports\":[]")
                .contains("\"item\":\"heat-pump\"");
    }

    @Test
    void aRequiredFieldOfAClaimIsRequired() {
        byte[] body =
                "{\"applicant\":{\"id\":\"91130100MA0ABCDE10\"},\"claims\":[{\"type\":\"HeatPump\",\"id\":\"c1\"}]}"
                        .getBytes(StandardCharsets.UTF_8);
        RequestFaultsException refused = catchThrowableOfType(
                RequestFaultsException.class, () -> ruleset.reader().read(body, LocalDate.EPOCH));
        assertThat(refused.faults()).singleElement().satisfies(fault -> assertThat(fault.pointer())
                .isEqualTo("/claims/0/serialNumber"));
    }

    private String evaluate(String asOf, String fields, String policies) {
        String request = """
                { "asOf": "%s", "applicant": { "id": "91130100MA0ABCDE10", "size": "MICRO" },
                  "claims": [ { "type": "HeatPump", "id": "c1", "serialNumber": "1", %s } ] %s }""".formatted(asOf, fields, policies);
        byte[] body = request.getBytes(StandardCharsets.UTF_8);
        return new String(
                AnswerWriter.bytes(
                        ruleset.evaluate(ruleset.reader().read(body, LocalDate.EPOCH), Explain.SUMMARY), Language.EN),
                StandardCharsets.UTF_8);
    }
}
