package io.subsidyrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The danger is real: where Drools alone reads hostile files, the canary sings that stays silent here. */
class CanaryTest {

    private static final List<String> SETTINGS = List.of("-Ddrools.dateformat=yyyy-MM-dd");

    @Test
    void givenToDroolsAloneHostileFilesRunWhatTheyHold() {
        String[] names = {
            // First, since a class is initialised once only.
            "expressions/class-for-name.drl",
            "attributes/date-of-an-item-that-breaks-out.drl",
            "attributes/enabled-by-expression.drl",
            "attributes/salience-of-expression.drl",
            "consequences/canary.drl",
            "consequences/statement-behind.drl",
            "declarations/enum-argument-that-sings.drl",
            "eval-and-conditional-elements/eval.drl",
            "eval-and-conditional-elements/from.drl",
            "functions-and-queries/function-call.drl",
            "imports-and-globals/import-accumulate.drl",
            "injection/list-that-breaks-out.drl",
            "text/unicode-escape-in-a-comment-of-a-consequence.drl"
        };
        assertThat(Child.run(Child.testClassPath(), SETTINGS, StockDroolsMain.class, names))
                .filteredOn(line -> line.contains(".drl "))
                .hasSize(names.length)
                .allMatch(line -> line.matches("\\S+ while it (is built|runs|fails)"));
        assertThat(System.getProperty(Canary.SONG)).as("the canary's song here").isNull();
    }
}
