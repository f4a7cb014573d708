package io.subsidyrules.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.examples.Examples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The numbers of tables, and the amounts of members of lists, are strings where amounts are. */
class TableAmountsTest {

    private static final Vocabulary VOCABULARY = Dialect.read(
                    SourceFolder.sources(Path.of("src/test/resources/tables")))
            .vocabulary();

    @Test
    void aWholeNumberOfATableIsAStringAsItsDecimalsAre() {
        assertThat(QuotedAmounts.in(
                        "{\"measures\":[{\"number\":1}],\"tables\":[{\"rows\":[{\"cells\":[\"1\"],\"number\":2000},"
                                + "{\"cells\":[\"2\"],\"number\":12500.5}]}]}",
                        VOCABULARY))
                .isEqualTo(
                        "{\"measures\":[{\"number\":1}],\"tables\":[{\"rows\":[{\"cells\":[\"1\"],\"number\":\"2000\"},"
                                + "{\"cells\":[\"2\"],\"number\":\"12500.5\"}]}]}");
    }

    @Test
    void theWageOfAMemberGoesInAndComesOutAsItsDigits() {
        String strings =
                "{\"request\":{\"claims\":[{\"workers\":[{\"months\":12,\"wage\":\"3500.10\"}],\"type\":\"Jobs\"}]}}";
        String numbers = strings.replace("\"3500.10\"", "3500.10");
        assertThat(QuotedAmounts.in(numbers, VOCABULARY)).isEqualTo(strings);
        String body = strings.substring("{\"request\":".length(), strings.length() - 1);
        assertThat(UnquotedAmounts.in(body.getBytes(StandardCharsets.UTF_8), VOCABULARY))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(numbers.substring("{\"request\":".length(), numbers.length() - 1));
    }

    /** Its schema is that of a string where amounts are. */
    @Test
    void aNumberWithAUnitGoesInAndComesOutAsItsDigits() {
        Vocabulary gazelle = Dialect.read(Examples.SOURCES).vocabulary();
        String strings =
                "{\"request\":{\"claims\":[{\"type\":\"GazelleYear\",\"year\":2022,\"researchShare\":\"3\"}]}}";
        String numbers = strings.replace("\"3\"", "3");
        assertThat(QuotedAmounts.in(numbers, gazelle)).isEqualTo(strings);
        String body = strings.substring("{\"request\":".length(), strings.length() - 1);
        assertThat(UnquotedAmounts.in(body.getBytes(StandardCharsets.UTF_8), gazelle))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(numbers.substring("{\"request\":".length(), numbers.length() - 1));
    }
}
