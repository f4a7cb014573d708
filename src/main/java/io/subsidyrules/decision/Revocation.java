package io.subsidyrules.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.policy.Text;
import io.subsidyrules.problem.LocalisedProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The body of a revocation: {@code {"reason": "...", "claim": 0}}.
 *
 * @param claim the position of the claim, from 0; all of the decision where there is none
 */
record Revocation(String reason, Optional<Integer> claim) {

    private static final int LONGEST_REASON = 1000;
    private static final List<String> MEMBERS = List.of("reason", "claim");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws LocalisedProblem where the body is not of this form */
    static Revocation read(byte[] body) {
        JsonNode object = object(body);
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            if (!MEMBERS.contains(names.next())) {
                throw faulty();
            }
        }
        JsonNode reason = object.path("reason");
        JsonNode claim = object.path("claim");
        boolean sound = reason.isTextual()
                && !reason.textValue().isBlank()
                && reason.textValue().codePointCount(0, reason.textValue().length()) <= LONGEST_REASON
                && reason.textValue().codePoints().noneMatch(Revocation::isNoText)
                && (claim.isMissingNode() || claim.isNull() || (claim.isInt() && claim.intValue() >= 0));
        if (!sound) {
            throw faulty();
        }
        return new Revocation(reason.textValue(), claim.isInt() ? Optional.of(claim.intValue()) : Optional.empty());
    }

    /** A control character, or half of one that takes two. */
    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static JsonNode object(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode object = JSON.readTree(text);
            if (object == null || !object.isObject()) {
                throw faulty();
            }
            return object;
        } catch (JsonProcessingException | CharacterCodingException unreadable) {
            throw LocalisedProblem.badRequest(new Text(
                    "The body is not one JSON object in UTF-8: { \"reason\": \"...\", \"claim\": 0 }.",
                    "请求体不是 UTF-8 编码的 JSON 对象：{ \"reason\": \"……\", \"claim\": 0 }。"));
        }
    }

    private static LocalisedProblem faulty() {
        return LocalisedProblem.invalidContent(new Text(
                "A revocation has a reason of 1 to 1,000 characters on one line, and where one claim alone is revoked its position from 0: { \"reason\": \"...\", \"claim\": 0 }.",
                "撤销须写明理由（单行，1 至 1000 个字符）；仅撤销一个申报事项时，另写其序号（从 0 起）：{ \"reason\": \"……\", \"claim\": 0 }。"));
    }
}
