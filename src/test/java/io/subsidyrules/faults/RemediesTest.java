package io.subsidyrules.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.policy.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The remedy of a fault says what to write, in the words of the file that has it. */
class RemediesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            measure-09.drl | CentreLevel.PROVINCIAL, | "省级", | Write: CentreLevel.PROVINCIAL.
            measure-09.drl | .of( $expenses ) | .of( approvedExpenses ) | $approvedExpenses : approvedExpenses
            measure-09.drl | yuan( 1_000_000 ) | yuan( 1_00_0000 ) | Write 1_000_000:
            measure-09.drl | yuan( 1_000_000 ) | yuan( 100 ) * $kw | no amounts per unit
            measure-09.drl | @per( "centre" ) | @per( centre ) | one text in double quotes
            measure-09.drl | package hebei_quality_2022; | // none | package hebei_quality_2022;
            measure-09.drl | date-effective | salience 10 date-effective | Take it out with its value
            measure-09.drl | industrial design. | \\u0022 design. | Write the character itself: \\"
            claims.drl | approvedExpenses : BigDecimal | approvedExpenses : Money | BigDecimal (yuan)
            """)
    void theRemedySaysWhatToWrite(String file, String from, String to, String remedy) {
        assertThat(Diagnosis.of(FaultExample.changed(FaultExample.RULES, "hebei-quality-2022/" + file, from, to)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.told(Language.EN)).contains(remedy))
                .satisfies(fault -> assertThat(fault.told(Language.ZH)).isNotBlank());
    }
}
