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
import io.subsidyrules.text.Text;
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
            default -> faults.unknown(pointer, Code.UNKNOWN_MEMBER, "member", "成员", name, MEMBERS);
        }
    }

    private static void checkReason(String pointer, JsonNode value, RequestFaults faults) {
        String reason = value.asText();
        if (!value.isTextual()) {
            faults.add(pointer, Code.WRONG_TYPE, "The value must be a string.", "该值应为字符串。");
        } else if (CanonicalForm.of(reason).isEmpty()) {
            faults.add(
                    pointer,
                    Code.BAD_FORMAT,
                    "The reason must not be blank. Say why it is revoked, for whoever reads the decision later.",
                    "理由不能为空，请写明撤销的原因，供日后查阅。");
        } else if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            faults.add(
                    pointer,
                    Code.TOO_LONG,
                    "The string has more than %s characters.".formatted(LONGEST_REASON),
                    "字符串超过 %s 个字符。".formatted(LONGEST_REASON));
        } else {
            Unseen.first(reason).ifPresent(unseen -> faults.add(pointer, Code.BAD_FORMAT, unseen.detail()));
        }
    }

    private static void checkClaim(String pointer, JsonNode value, RequestFaults faults) {
        if (!value.isIntegralNumber()) {
            faults.add(pointer, Code.WRONG_TYPE, "The value must be a whole number.", "该值应为整数。");
        } else if (!value.canConvertToInt() || value.intValue() < 0) {
            faults.add(
                    pointer,
                    Code.OUT_OF_RANGE,
                    "The number must lie from 0 to %s.".formatted(Integer.MAX_VALUE),
                    "数值应在 0 至 %s 之间。".formatted(Integer.MAX_VALUE));
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
        return LocalisedProblem.badRequest(new Text(
                "The body is not one JSON object in UTF-8: { \"reason\": \"...\", \"claim\": 0 }.",
                "请求体不是 UTF-8 编码的 JSON 对象：{ \"reason\": \"……\", \"claim\": 0 }。"));
    }
}
