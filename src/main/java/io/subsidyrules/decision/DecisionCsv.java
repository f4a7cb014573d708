package io.subsidyrules.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.recording.store.RecordedDecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes recorded decisions as CSV (RFC 4180), a row for each claim with what there is to say of its decision, and one
 * more for what is awarded to the applicant itself. It is for spreadsheet programs: no text becomes anything else in
 * one.
 */
final class DecisionCsv {

    private static final String COLUMNS = "id,sequence,recordedAt,caller,reference,applicant,ruleset,total,atStake,"
            + "claim,claimId,claimType,claimStatus,claimAmount,claimAtStake,claimItems,claimRevoked,"
            + "currency,claimCurrency";

    /** Without it spreadsheet programs do not take the file for UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String END = "\r\n";

    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",]");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DecisionCsv() {}

    static String header() {
        return BYTE_ORDER_MARK + COLUMNS + END;
    }

    /** In UTF-8. */
    static byte[] rows(RecordedDecision recorded) {
        JsonNode result = result(recorded);
        List<String> decision = decision(recorded, result);
        JsonNode claims = result.path("claims");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < claims.size(); i++) {
            row(
                    rows,
                    decision,
                    claim(i, claims.get(i), recorded),
                    List.of(currency(result), claims.get(i).path("currency").asText(currency(result))));
        }
        JsonNode supports = result.path("supports");
        if (claims.isEmpty() || !eligible(supports).isEmpty()) {
            row(rows, decision, supports(supports, recorded), List.of(currency(result), ""));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The currency of the first claim, which results of all versions name. */
    private static String currency(JsonNode result) {
        return result.path("currency").asText(Sum.YUAN);
    }

    private static List<String> decision(RecordedDecision recorded, JsonNode result) {
        Map<String, Object> members = recorded.decision().members();
        JsonNode applicant = json(members, "request").path("applicant").path("id");
        return List.of(
                text(members, "id"),
                Long.toString(recorded.decision().sequence()),
                recorded.decision().time(),
                SpreadsheetText.of(text(members, "caller")),
                SpreadsheetText.of(text(members, "reference")),
                SpreadsheetText.of(applicant.asText("")),
                SpreadsheetText.of(text(members, "ruleset")),
                yuan(result.path("total")),
                yuan(result.path("atStake")));
    }

    private static List<String> claim(int position, JsonNode claim, RecordedDecision recorded) {
        return List.of(
                Integer.toString(position),
                SpreadsheetText.of(claim.path("id").asText()),
                SpreadsheetText.of(claim.path("type").asText()),
                claim.path("status").asText(),
                yuan(claim.path("amount")),
                yuan(claim.path("atStake")),
                SpreadsheetText.of(eligible(claim.path("items"))),
                revoked(recorded, Optional.of(position)));
    }

    private static List<String> supports(JsonNode supports, RecordedDecision recorded) {
        return List.of(
                "",
                "",
                "",
                "",
                awarded(supports),
                "",
                SpreadsheetText.of(eligible(supports)),
                revoked(recorded, Optional.empty()));
    }

    private static String awarded(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> isEligible(item) && item.has("amount"))
                .map(item -> item.path("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String eligible(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(DecisionCsv::isEligible)
                .map(item ->
                        item.path("policy").asText() + "/" + item.path("item").asText())
                .collect(Collectors.joining("; "));
    }

    private static boolean isEligible(JsonNode item) {
        return item.path("status").asText().equals(Status.ELIGIBLE.name());
    }

    private static String revoked(RecordedDecision recorded, Optional<Integer> claim) {
        return recorded.isRevoked(claim) ? "YES" : "NO";
    }

    private static String yuan(JsonNode amount) {
        return amount.decimalValue().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static String text(Map<String, Object> members, String name) {
        return members.getOrDefault(name, "").toString();
    }

    private static JsonNode result(RecordedDecision recorded) {
        try {
            return JSON.readTree(ResultText.of(recorded.decision().members()).bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode json(Map<String, Object> members, String name) {
        try {
            return JSON.readTree((String) Objects.requireNonNull(members.get(name), name));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void row(StringBuilder rows, List<String> decision, List<String> claim, List<String> currencies) {
        List<String> cells = new ArrayList<>(decision);
        cells.addAll(claim);
        cells.addAll(currencies);
        rows.append(cells.stream().map(DecisionCsv::cell).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String cell(String text) {
        return TO_BE_QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
