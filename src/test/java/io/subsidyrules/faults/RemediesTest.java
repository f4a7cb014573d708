package io.subsidyrules.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.PoundGrants;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The remedy of a fault says what to write, in the words of the file that has it. */
class RemediesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            measure-09.drl | CentreLevel.PROVINCIAL, | "省级", | Write: CentreLevel.PROVINCIAL.
            measure-09.drl | .of( $expenses ) | .of( approvedExpenses ) | $approvedExpenses : approvedExpenses
            measure-09.drl | yuan( 1_000_000 ) | yuan( 1_00_0000 ) | Write 1_000_000:
            measure-09.drl | yuan( 1_000_000 ) | yuan( 100 ) * $kw | docs/language.md lists all that the language has
            measure-09.drl | yuan( 1_000_000 ) | yuan( 5 ) - yuan( 1 ) | docs/language.md lists all that the language has
            measure-09.drl | CentreLevel.PROVINCIAL, recognisedOn | CentreLevel.PROVINCIAL; recognisedOn | Write a comma: inside of brackets
            measure-09.drl | yuan( 1_000_000 ) ); | yuan( 1_000_000 ) ) | Add ; at the end of the line
            measure-09.drl | yuan( 1_000_000 ) | yuan( 100万 ) | Write: 1_000_000
            measure-09.drl | percent( 50 ).of( $expenses ).atMost( yuan( 1_000_000 ) ) | $expenses * 0.5 | percent( 20 ).of( $expenses )
            measure-09.drl | .atMost( yuan( 1_000_000 ) ) | .atMost( yuan( 1_000_000 ) ).minimum( yuan( 1 ) ) | times, plus, atLeast
            measure-09.drl | percent( 50 ).of( $expenses ) | tiers( $expenses ).to( yuan( 5 ), percent( table( "a" ).at( $expenses ) ) ) | A tier has a number
            measure-09.drl | $expenses : approvedExpenses | $expenses : approvedExpenses - 5 | such as approvedExpenses - 5 >= 5
            measure-09.drl | .atMost( yuan( 1_000_000 ) ) | .times( 1.2 ) | write the product
            measure-09.drl | @per( "centre" ) | @per( centre ) | one text in double quotes
            measure-09.drl | package hebei_quality_2022; | // none | package hebei_quality_2022;
            measure-09.drl | date-effective | salience 10 date-effective | Take it out with its value
            measure-09.drl | industrial design. | \\u0022 design. | Write the character itself: \\"
            measure-09.drl | rule "design-purchase" extends "enterprise registered in Hebei" | rule "a purchase" when DesignPurchase( project != "x" ) then end rule "design-purchase" extends "a purchase" | DesignPurchase( $approvedExpenses : approvedExpenses ), and compared here in the brackets of the applicant: Applicant( $approvedExpenses > 0 )
            measure-09.drl | $purchase : DesignPurchase | DesignPurchase( project != "x" ) $purchase : DesignPurchase | the brackets of one pattern: DesignPurchase( ... )
            measure-09.drl | .atMost( yuan( 1_000_000 ) ) | .atMost( yuan( 300_000_000 - $expenses ) ) | write it too, as in: .atMost( yuan( 1_000_000 ) )
            measure-09.drl | yuan( 1_000_000 ) | yuan( 17,5 ) | Write: 17.5
            measure-09.drl | approvedExpenses > 0 | approvedExpenses > 1.000,50 | Write: 1_000.50
            measure-09.drl | approvedExpenses > 0 | approvedExpenses > 0, 50 | A comparison is expected here
            measure-09.drl | percent( 50 ).of( $expenses ) | percent( 50 ).of( -$expenses ) | 0 - $expenses
            measure-09.drl | approvedExpenses > 0 | -approvedExpenses < 0 | 0 - approvedExpenses
            policy.yaml | { en: base, zh: 个基地 } | { en: 3,000 or 10,000 of it, zh: 个基地 } | en: "3,000 or 10,000 of it"
            policy.yaml | { en: base, zh: 个基地 } | { en: Limit: two, zh: 个基地 } | a text that has a colon
            claims.drl | approvedExpenses : BigDecimal | approvedExpenses : Money | BigDecimal (money, or with @unit another number)
            claims.drl | approvedExpenses : BigDecimal | approvedExpenses : Staff | a list of members (written Worker[])
            """)
    void theRemedySaysWhatToWrite(String file, String from, String to, String remedy) {
        assertThat(Diagnosis.of(FaultExample.changed(FaultExample.RULES, "hebei-quality-2022/" + file, from, to)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.told(Language.EN)).contains(remedy))
                .satisfies(fault -> assertThat(fault.told(Language.ZH)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "award( $socket, percent( 75 ).of( $cost ) );",
                "award( $socket, 350 );",
                "award( $socket, $cost );",
                "award( $socket );",
                "award( $socket, money( 350 ) );",
                "award( $socket, gbp( amount ) );",
                "award( $socket, gbp( 350 ).times( $cost ) );",
                "award( $socket, gbp( 350 ).minimum( gbp( 5 ) ) );",
                "award( $socket, tiers( $cost ).to( gbp( 5 ), percent( table( \"a\" ).at( $cost ) ) ) );",
                "limit( $socket, percent( 5 ) );",
                "limit( $socket, 5 );"
            })
    void theExamplesAreOfTheCurrencyOfThePolicy(String outcome) {
        RuleSources pounds = PoundGrants.alone(FaultExample.RULES);
        assertThat(Diagnosis.of(FaultExample.changed(
                        pounds,
                        PoundGrants.ID + "/grants.drl",
                        "award( $socket, percent( 75 ).of( $cost ).atMost( gbp( 350 ) ) );",
                        outcome)))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.told(Language.EN)).contains("gbp").doesNotContain("yuan"))
                .satisfies(fault ->
                        assertThat(fault.told(Language.ZH)).contains("gbp").doesNotContain("yuan"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            total: 1000000.00 | total: 100万 | 9:14 | Write: total: 1000000
            total: 1000000.00 | total: ￥1,000,000 | 9:14 | Write: total: 1000000
            total: 1000000.00 | total: ￥1000000 | 9:14 | Write: total: 1000000
            total: 1000000.00 | total: 0.01亿元 | 9:14 | Write: total: 1000000
            total: 1000000.00 | total: "" | 9:14 | Write its value, or take it out
            asOf: 2023-05-01 | asOf: 2023年5月1日 | 2:7 | Write: asOf: 2023-05-01
            asOf: 2023-05-01 | asOf: 2023/5/32 | 2:7 | The calendar has no such day
            asOf: 2023-05-01 | // a date ~asOf: 2023-05-01 | 2:1 | Begin each of its lines with #
            asOf: 2023-05-01 | /* a date */~asOf: 2023-05-01 | 2:1 | Begin each of its lines with #
            - name: A newly | -name: A newly | 5:3 | Write: - name:
            applicant: { kind: ENTERPRISE, divisionCode: "131100" } | applicant:{ kind: ENTERPRISE, divisionCode: "131100" } | 6:5 | Write a blank behind it: applicant: { kind
            - name: A centre recognised on the first | # an entry~    name: A centre recognised on the first | 15:5 | write: - name
            kind: ENTERPRISE | kind:ENTERPRISE | 6:18 | Write a blank behind it: kind: ENTERPRISE
            divisionCode: "131100" } | divisionCode: "131100" | 6:16 | Write { name: value, name: value }
            failed: [ /claims | faild: [ /claims | 13:57 | Maybe failed?
            provincial-design-centre: { status: ELIGIBLE, amount: 1000000.00 } | cluster-leader: ELIGIBLE | 12:9 | The answer has no item cluster-leader
            provincial-design-centre: { status: ELIGIBLE, amount: 1000000.00 } | quality-brand-zone: ELIGIBLE | 12:9 | on claims of type DemonstrationZone by the policy hebei-quality-2022
            """)
    void aSlipInAScenarioIsToldAtItsPlaceWithWhatToWrite(String from, String to, String place, String told) {
        String file = "hebei-quality-2022/measure-09.scenarios.yaml";
        assertThat(Diagnosis.of(FaultExample.changed(FaultExample.RULES, file, from, to.replace('~', '\n'))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).hasToString(file + ":" + place))
                .satisfies(fault -> assertThat(fault.told(Language.EN)).contains(told))
                .satisfies(fault -> assertThat(fault.told(Language.ZH)).doesNotContain("Write"));
    }
}
