package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.subsidyrules.api.SentRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is read to be recorded can say what its caller calls it; any other cannot. */
class RecordedRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "石家庄 2023-17 / 阀门", "100"})
    void aReferenceIsKeptAsItIs(String reference) {
        String full = reference.equals("100") ? "\ud83c\udf31".repeat(100) : reference;
        assertThat(recorded("\"" + full + "\"").reference()).contains(full);
    }

    @Test
    void aRequestNeedsNoReference() {
        assertThat(recorded("null").reference()).isEmpty();
        assertThat(AskedRequests.RULES
                        .reader()
                        .readRecorded(bytes(SentRequest.SHORTEST), LocalDate.of(2026, 11, 28))
                        .reference())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            '""', BAD_FORMAT
            '"a\\n"', BAD_FORMAT
            '"\\u0000"', BAD_FORMAT
            '"\\u0085b"', BAD_FORMAT
            '"\\ud83c"', BAD_FORMAT
            '"101"', TOO_LONG
            '17', WRONG_TYPE
            '["a"]', WRONG_TYPE""")
    void aReferenceIsOneToAHundredCharactersOnOneLine(String reference, RequestFault.Code code) {
        String json = reference.equals("\"101\"") ? "\"" + "x".repeat(101) + "\"" : reference;
        RequestFaultsException refused = catchThrowableOfType(RequestFaultsException.class, () -> recorded(json));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/reference");
            assertThat(fault.code()).isEqualTo(code);
            if (code == RequestFault.Code.TOO_LONG) {
                assertThat(fault.detail().en()).contains("100 characters");
                assertThat(fault.detail().zh()).contains("100 个字符");
            }
        });
    }

    @Test
    void aMisspeltReferenceIsSuggestedWhereThereCanBeOne() {
        RequestFaultsException refused = catchThrowableOfType(RequestFaultsException.class, () -> AskedRequests.RULES
                .reader()
                .readRecorded(request("\"referense\":\"A\""), LocalDate.of(2026, 11, 28)));
        assertThat(refused.faults()).singleElement().satisfies(fault -> assertThat(fault.suggestion())
                .contains("reference"));
    }

    @ParameterizedTest
    @CsvSource({"demonstration zone operator, ZONE", "企业, ENTERPRISE"})
    void aTitleInThePlaceOfAConstantIsAnsweredWithTheConstant(String title, String constant) {
        String json = "{ \"asOf\": \"2023-05-01\", \"applicant\": { \"kind\": \"%s\" }, \"claims\": [] }";
        RequestFaultsException refused = catchThrowableOfType(RequestFaultsException.class, () -> AskedRequests.RULES
                .reader()
                .readAgain(json.formatted(title).getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 28), false));
        assertThat(refused.faults())
                .filteredOn(fault -> fault.code() == RequestFault.Code.UNKNOWN_CONSTANT)
                .singleElement()
                .satisfies(fault -> assertThat(fault.suggestion()).contains(constant));
    }

    @Test
    void otherwiseAReferenceIsAnUnknownMember() {
        byte[] request = request("\"reference\":\"A\"");
        for (RequestFaultsException refused : new RequestFaultsException[] {
            catchThrowableOfType(
                    RequestFaultsException.class,
                    () -> AskedRequests.RULES.reader().read(request, LocalDate.of(2026, 11, 28))),
            catchThrowableOfType(
                    RequestFaultsException.class,
                    () -> AskedRequests.RULES.reader().readStrictly(request, LocalDate.of(2026, 11, 28)))
        }) {
            assertThat(refused.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo(RequestFault.Code.UNKNOWN_MEMBER);
                assertThat(fault.allowed()).containsExactly("asOf", "applicant", "claims", "policies");
            });
        }
        assertThat(AskedRequests.RULES
                        .reader()
                        .read(request("\"reference\":null"), LocalDate.of(2026, 11, 28))
                        .reference())
                .isEmpty();
    }

    private static Request recorded(String reference) {
        return AskedRequests.RULES
                .reader()
                .readRecorded(request("\"reference\":" + reference), LocalDate.of(2026, 11, 28));
    }

    private static byte[] request(String member) {
        return bytes("{%s,\"applicant\":{\"id\":\"91130100MA0ABCDE10\"}}".formatted(member));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
