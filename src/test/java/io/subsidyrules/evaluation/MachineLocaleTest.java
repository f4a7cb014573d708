package io.subsidyrules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The service answers the same wherever its machine believes itself to be. Asked with the JDK's own client: in a Turkish
 * locale REST Assured no longer knows a failure.
 */
@QuarkusTest
@Tag("http")
class MachineLocaleTest {

    private static final String SOUND = """
            { "asOf": "2023-05-01", "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE",
              "divisionCode": "130100", "industry": "MANUFACTURING", "establishedOn": "2022-12-31", "newEconomy": true },
              "claims": [ { "type": "DesignPurchase", "id": "i", "approvedExpenses": 1234567.89 },
                          { "type": "HostedStandard", "id": "j" } ] }
            """;
    private static final String FAULTY = """
            { "applicant": { "ID": "91130100MA0ABCDE10", "Industry": "mining" }, "claims": [ { "type": "INSPECTIONCENTRE" } ] }
            """;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TestHTTPResource("/")
    URI service;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Pacific/Kiritimati",
        "ar-EG-u-nu-arab, America/St_Johns",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void theSameAnswersInEveryLocaleAndZone(String tag, String other) throws Exception {
        List<String> expected = answers();
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(other));
        assertThat(answers()).isEqualTo(expected);
    }

    private List<String> answers() throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (String language : List.of("en", "zh-CN")) {
            answers.add(answer("POST", "v1/evaluate?explain=full", language, SOUND));
            answers.add(answer("POST", "v1/evaluate", language, FAULTY));
            answers.add(answer("POST", "v1/evaluate", language, "{"));
            answers.add(answer("GET", "v1/policies/hebei-quality-2022", language, ""));
            answers.add(answer("GET", "v1/claim-types/InspectionCentre", language, ""));
            answers.add(answer("GET", "v1/claim-types/inspectioncentre", language, ""));
            answers.add(answer("DELETE", "v1/policies", language, ""));
            answers.add(answer("GET", "problems/invalid-content", language, ""));
        }
        return answers;
    }

    private String answer(String method, String path, String language, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body().replaceAll("urn:uuid:[-0-9a-f]+", "");
    }
}
