package io.subsidyrules.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    private static final List<String> OFFERED = List.of("application/json", "text/plain", "text/html");

    @Test
    void withoutAHeaderTheFirstOfferIsPreferred() {
        assertThat(Accept.preferred(null, OFFERED)).contains("application/json");
        assertThat(Accept.preferred(List.of(), OFFERED)).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                                              | application/json",
                "application/*                                                    | application/json",
                "text/*                                                           | text/plain",
                "text/html                                                        | text/html",
                "TEXT/Html                                                        | text/html",
                "text/plain;charset=utf-8                                         | text/plain",
                "text/html ; level=1 ; q=0.5 , text/plain;q=0.4                   | text/html",
                "text/html;q=0.5, text/plain;q=0.75                               | text/plain",
                "text/html;q=0.999, application/json;Q=1.000                      | application/json",
                "text/html, application/json                                      | application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8  | text/html",
                "text/html, */*                                                   | text/html",
                "text/html;q=0.1, */*                                             | application/json",
                "*/*;q=0.5, application/json;q=0.1                                | text/plain",
                "*/*, application/json;q=0                                        | text/plain",
                "text/*, text/plain;q=0                                           | text/html",
            })
    void theMostSpecificRangeSaysTheQualityAndTheHighestIsPreferred(String header, String preferred) {
        assertThat(Accept.preferred(List.of(header), OFFERED)).contains(preferred);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/png",
                "text/html;q=0",
                "text/html;q=0.000",
                "*/*;q=0",
                "application/problem+json, image/png",
                "application/problem+json;q=0",
                "application/problem+json, */*;q=0",
                "text/csv, *",
            })
    void nothingIsPreferredWhereNothingWillDo(String header) {
        assertThat(Accept.preferred(List.of(header), OFFERED)).isEmpty();
    }

    /** Clients that are generated from the contract send this where the answer is not JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/problem+json                            | application/json",
                "Application/Problem+JSON;q=0.5                      | application/json",
                "application/problem+json, application/json;q=0      | text/plain",
                "application/problem+json, text/html                 | text/html",
            })
    void whoTakesProblemsAloneTakesAnyAnswer(String header, String preferred) {
        assertThat(Accept.preferred(List.of(header), OFFERED)).contains(preferred);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",                       | application/json",
                "html                    | application/json",
                ";;q=x                   | application/json",
                "text/html;q=2           | text/html",
                "text/plain;q=.2, *; q=.2, application/json;q=.1 | text/plain",
                "a/b/c, text/html;q=.    | text/html",
            })
    void whatIsNoRangeIsAsNotThere(String header, String preferred) {
        assertThat(Accept.preferred(List.of(header), OFFERED)).contains(preferred);
    }

    @Test
    void severalHeadersAreAsOne() {
        assertThat(Accept.preferred(List.of("text/html;q=0.5", "text/plain"), OFFERED))
                .contains("text/plain");
    }

    @Test
    void aHeaderOfAnyLengthIsReadSoon() {
        String longest = "text/html;" + " ".repeat(5000) + "q=0, " + "a/b;q=0.1,".repeat(5000);
        assertThat(Accept.preferred(List.of(longest), OFFERED)).contains("text/html");
    }
}
