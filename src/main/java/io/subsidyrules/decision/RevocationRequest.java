package io.subsidyrules.decision;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.engine.request.RequestFault.Code;
import io.subsidyrules.engine.request.RequestFaults;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.TextCatalogue;
import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.Unseen;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The body of a revocation: {@code {"reason": "...", "claim": 0}}.
 *
 * @param claim the position of the claim, from 0; all of the decision if there is none
 */
record RevocationRequest(String reason, Optional<Integer> claim) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RevocationRequest.class);

    private static final int LONGEST_REASON = 1000;
    private static final String REASON = "reason";
    private static final String CLAIM = "claim";
    private static final List<String> MEMBERS = List.of(REASON, CLAIM);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a body.
     *
     * @throws LocalisedProblem if it is not a JSON object in UTF-8
     * @throws io.subsidyrules.engine.request.RequestFaultsException where its content has faults
     */
    static RevocationRequest read(byte[] body) {
        JsonNode object = object(body);
        RequestFaults faults = new RequestFaults();
        object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> check(member.getKey(), member.getValue(), faults));
        if (!object.hasNonNull(REASON)) {
            faults.required("/" + REASON, REASON);
        }
        faults.throwIfAny();
        return new RevocationRequest(
                object.path(REASON).textValue(),
                object.hasNonNull(CLAIM) ? Optional.of(object.path(CLAIM).intValue()) : Optional.empty());
    }

    private static void check(String name, JsonNode value, RequestFaults faults) {
        String pointer = JsonPointer.empty().appendProperty(name).toString();
        switch (name) {
            case REASON -> checkReason(pointer, value, faults);
            case CLAIM -> checkClaim(pointer, value, faults);
            default -> faults.unknown(pointer, Code.UNKNOWN_MEMBER, name, MEMBERS);
        }
    }

    private static void checkReason(String pointer, JsonNode value, RequestFaults faults) {
        String reason = value.asText();
        if (!value.isTextual()) {
            faults.add(pointer, Code.WRONG_TYPE, TEXTS.text("reasonNotText"));
        } else if (CanonicalForm.of(reason).isEmpty()) {
            faults.add(pointer, Code.BAD_FORMAT, TEXTS.text("reasonBlank"));
        } else if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            faults.add(pointer, Code.TOO_LONG, TEXTS.text("reasonTooLong", LONGEST_REASON));
        } else {
            Unseen.first(reason).ifPresent(unseen -> faults.add(pointer, Code.BAD_FORMAT, unseen.detail()));
        }
    }

    private static void checkClaim(String pointer, JsonNode value, RequestFaults faults) {
        if (!value.isIntegralNumber()) {
            faults.add(pointer, Code.WRONG_TYPE, TEXTS.text("claimNotWhole"));
        } else if (!value.canConvertToInt() || value.intValue() < 0) {
            faults.add(pointer, Code.OUT_OF_RANGE, TEXTS.text("claimOutOfRange", Integer.MAX_VALUE));
        }
    }

    private static JsonNode object(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode object = JSON.readTree(text);
            if (object == null || !object.isObject()) {
                throw unreadable();
            }
            return object;
        } catch (JsonProcessingException | CharacterCodingException unreadable) {
            throw unreadable();
        }
    }

    private static LocalisedProblem unreadable() {
        return LocalisedProblem.badRequest(TEXTS.text("revocationUnreadable"));
    }
}
