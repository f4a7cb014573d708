package io.subsidyrules.effect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file by its shape: a request; a decision of {@code GET /v1/decisions}, which has the request as an object
 * beside its result; or an entry of {@code GET /v1/ledger}, which has it as a text.
 */
final class FiledLine {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FiledLine.class);

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> OTHER_KINDS = Set.of("KEY", "RULESET", "REVOCATION");
    private static final String REVOCATION = "REVOCATION";

    private final byte[] line;
    private @Nullable String kind;
    private @Nullable String id;
    private @Nullable String asOf;
    private @Nullable String recordedAt;
    private @Nullable String countedAwards;
    private byte @Nullable [] earlierAwards;
    private byte @Nullable [] request;
    private boolean inLedger;
    private boolean newForm;
    private boolean partly;
    private boolean revoked;

    private FiledLine(byte[] line) {
        this.line = line;
    }

    /** The content of a line: an effect without an evaluation, or the request to be evaluated. */
    record Held(Optional<LineEffect> effect, Optional<FiledRequest> request) {}

    /** Reads a line, which is counted from 1. */
    static Held read(int number, byte[] line) {
        FiledLine read = new FiledLine(line);
        try (JsonParser parser = FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return unreadable(number, "notObject");
            }
            read.members(parser);
            if (parser.nextToken() != null) {
                return unreadable(number, "textAfterwards");
            }
        } catch (JsonProcessingException broken) {
            int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
            return unreadable(number, "notJson", column);
        } catch (IOException damaged) {
            return unreadable(number, "damagedRecord");
        }
        try {
            return read.held();
        } catch (IOException | DateTimeException damaged) {
            return unreadable(number, "damagedRecord");
        }
    }

    private static Held unreadable(int number, String key, Object... details) {
        return new Held(Optional.of(RefusedRequest.unreadable(number, TEXTS.text(key, details))), Optional.empty());
    }

    /** Only a record has members that the service wrote; a request is refused by its own reader. */
    private Held held() throws IOException {
        boolean recorded = request != null && (kind != null || id != null);
        if (!recorded && kind != null && OTHER_KINDS.contains(kind)) {
            return new Held(Optional.of(new PassedOver(REVOCATION.equals(kind))), Optional.empty());
        }
        if (request == null || !recorded) {
            return new Held(Optional.empty(), Optional.of(new FiledRequest(line, Optional.empty())));
        }
        FiledRequest.Origin record = new FiledRequest.Origin(
                Optional.ofNullable(id), day(), inLedger && !newForm, awards(), counted(), partly, revoked);
        return new Held(Optional.empty(), Optional.of(new FiledRequest(request, Optional.of(record))));
    }

    private Optional<LocalDate> day() {
        return Optional.ofNullable(asOf).map(LocalDate::parse).or(() -> Optional.ofNullable(recordedAt)
                .map(OffsetDateTime::parse)
                .map(at -> at.atZoneSameInstant(ZONE).toLocalDate()));
    }

    private Map<Integer, EarlierAward> awards() throws IOException {
        byte[] written = earlierAwards;
        if (written == null) {
            return Map.of();
        }
        try (JsonParser parser = FACTORY.createParser(written)) {
            parser.nextToken();
            return LedgerText.awards(parser);
        }
    }

    private List<CountedAward> counted() throws IOException {
        return countedAwards == null ? List.of() : LedgerText.counted(countedAwards);
    }

    private void members(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                text(name, parser);
            } else if (name.equals("projectForm")) {
                newForm = true;
            } else if (name.equals("request") && value == JsonToken.START_OBJECT) {
                request = structure(parser);
            } else if (name.equals("result") && value == JsonToken.START_OBJECT) {
                asOf = asOf(parser).orElse(asOf);
            } else if (name.equals("earlierAwards") && value == JsonToken.START_ARRAY) {
                earlierAwards = structure(parser);
            } else if (value == JsonToken.START_ARRAY) {
                boolean any = parser.nextToken() != JsonToken.END_ARRAY;
                revoked |= any && name.equals("revocations");
                partly |= any && name.equals("countedAwards");
                skipRest(any, parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void text(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "kind" -> kind = parser.getText();
            case "id" -> id = parser.getText();
            case "asOf" -> asOf = parser.getText();
            case "recordedAt" -> recordedAt = parser.getText();
            case "countedAwards" -> countedAwards = parser.getText();
            case "request" -> {
                request = parser.getText().getBytes(StandardCharsets.UTF_8);
                inLedger = true;
            }
            case "result" -> {
                try (JsonParser result = FACTORY.createParser(parser.getText())) {
                    result.nextToken();
                    asOf = asOf(result).orElse(asOf);
                }
            }
            default -> parser.skipChildren();
        }
    }

    /** The bytes of the object or the array at which the parser is, as they are written. */
    private byte[] structure(JsonParser parser) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        long to = parser.currentLocation().getByteOffset();
        if (from < 0 || to < from) {
            throw new IOException("not UTF-8");
        }
        return Arrays.copyOfRange(line, (int) from, (int) to);
    }

    /** The day of the result at which the parser is, which is then behind it. */
    private static Optional<String> asOf(JsonParser parser) throws IOException {
        Optional<String> day = Optional.empty();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("asOf") && value == JsonToken.VALUE_STRING) {
                day = Optional.of(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return day;
    }

    /** Skips the rest of an array, where the parser is at its first value. */
    private static void skipRest(boolean any, JsonParser parser) throws IOException {
        for (JsonToken value = parser.currentToken(); any && value != JsonToken.END_ARRAY; value = parser.nextToken()) {
            parser.skipChildren();
        }
    }
}
