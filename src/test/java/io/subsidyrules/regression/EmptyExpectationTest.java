package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario that expects nothing is told at the value that is empty, with what to write there. */
class EmptyExpectationTest {

    private static final String HEAD = "asOf: 2024-06-01\nscenarios:\n  - name: A motor\n    claims: []\n    ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expect: {}                                              | 13 | Write a total or items in it.
            expect: { items: {} }                                   | 22 | Write the id of an item in it, and its status, such as ELIGIBLE.
            expect: { items: { motor: {} } }                        | 31 | Write the status that is expected, such as: motor: ELIGIBLE.
            expect: { claims: {} }                                  | 23 | Write the id of a claim in it, and its status: c1: { status: ELIGIBLE }.
            expect: { claims: { c1: {} } }                          | 29 | Write the status that is expected, such as: c1: { status: ELIGIBLE }.
            expect: { claims: { c1: { items: { motor: {} } } } }    | 47 | Write the status that is expected, such as: motor: ELIGIBLE.
            expect: { items: { motor: { explanation: {} } } }       | 46 | Write the sentences of a language in it: en: { holds: [ "..." ] }.
            expect: { items: { motor: { explanation: { zh: {} } } } } | 52 | Write holds, fails, unknown or calculation in it.
            """)
    void anEmptyValueIsToldWhereItStandsWithWhatToWrite(String expect, int column, String remedy) {
        assertThat(faults(expect)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.SCENARIO_EMPTY);
            assertThat(fault.place().line()).isEqualTo(5);
            assertThat(fault.place().column()).isEqualTo(column);
            assertThat(fault.remedy().en()).isEqualTo(remedy);
        });
    }

    @Test
    void aScenarioWithoutExpectIsToldAtItsBeginning() {
        assertThat(faults("")).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.SCENARIO_EMPTY);
            assertThat(fault.place().line()).isEqualTo(3);
            assertThat(fault.remedy().en()).isEqualTo("Add expect, with a total or items.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expects: { total: 5.00 }",
                "Expect: { total: 5.00 }",
                "expect: { totl: 5.00 }",
                "expect: { item: { motor: ELIGIBLE } }",
                "expect: { items: { motor: { state: ELIGIBLE } } }"
            })
    void aMisspeltMemberIsToldAloneAndNotThatNothingIsExpected(String expect) {
        assertThat(faults(expect)).extracting(Fault::code).containsExactly(FaultCode.MEMBER_UNKNOWN);
    }

    @Test
    void anUnknownMemberThatIsNoMisspeltExpectHidesNotThatNothingIsExpected() {
        assertThat(faults("remarks: none"))
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(FaultCode.MEMBER_UNKNOWN, FaultCode.SCENARIO_EMPTY);
    }

    private static List<Fault> faults(String expect) {
        Faults faults = new Faults();
        ScenarioFile.read("a/b.scenarios.yaml", HEAD + expect + "\n", faults);
        return faults.inOrder();
    }
}
