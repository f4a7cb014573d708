package io.subsidyrules.amounts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.subsidyrules.dialect.model.Vocabulary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The body of a request with its amounts as numbers. A string that is not a decimal number stays, as does a body that
 * cannot be read: whoever reads it then says what is wrong with it.
 */
final class UnquotedAmounts {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(1000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private UnquotedAmounts() {}

    /** @param vocabulary says which fields are decimals */
    static byte[] in(byte[] body, Vocabulary vocabulary) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return in(json, vocabulary).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return body;
        } catch (IOException notJson) {
            return body;
        }
    }

    private static String in(String json, Vocabulary vocabulary) throws IOException {
        TokenEdits edits = new TokenEdits(json);
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                new FactTokens(parser, vocabulary, value -> unquote(value, edits)).read();
            }
        }
        return edits.done();
    }

    private static void unquote(FactTokens.Value value, TokenEdits edits) {
        boolean unescaped = value.to() - value.from() == value.text().length() + 2;
        if (value.isDecimal()
                && value.token() == JsonToken.VALUE_STRING
                && unescaped
                && AmountText.isPlain(value.text())) {
            edits.replace(value.from(), value.to(), value.text());
        }
    }
}
