package io.subsidyrules.hostile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.codes.ApplicantCodes;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Puts a ruleset to use: a request that tells nothing but the applicant, and one with a claim of every type, told in full. */
final class Trial {

    private static final LocalDate TODAY = LocalDate.of(2024, 2, 29);
    private static final JsonFactory JSON = new JsonFactory();

    private Trial() {}

    /** The answer to the fuller request, or to the other where the ruleset's types refuse the values of the first. */
    static Optional<Answer> of(Ruleset ruleset) {
        Optional<Answer> bare = answer(ruleset, false);
        return answer(ruleset, true).or(() -> bare);
    }

    private static Optional<Answer> answer(Ruleset ruleset, boolean full) {
        try {
            Answer answer = ruleset.evaluate(ruleset.reader().read(request(ruleset, full), TODAY), Explain.FULL);
            AnswerWriter.bytes(answer, Language.ZH);
            AnswerWriter.bytes(answer, Language.EN);
            return Optional.of(answer);
        } catch (RequestFaultsException refused) {
            return Optional.empty();
        }
    }

    private static byte[] request(Ruleset ruleset, boolean full) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("applicant");
            fact(json, ruleset.book().vocabulary().applicant(), ApplicantCodes.ONE, full);
            json.writeArrayFieldStart("claims");
            List<FactType> types = full ? ruleset.book().vocabulary().claims() : List.of();
            for (FactType type : types.subList(0, Math.min(types.size(), 100))) {
                fact(json, type, "claim of " + type.name(), true);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void fact(JsonGenerator json, FactType type, String id, boolean full) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        if (type.isClaim()) {
            json.writeStringField("type", type.name());
        }
        for (Field field : type.fields()) {
            if (full && !field.name().equals("id")) {
                json.writeFieldName(field.name());
                value(json, field);
            }
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Field field) throws IOException {
        switch (field.type()) {
            case TEXT -> json.writeString("130000");
            case INTEGER, DECIMAL ->
                json.writeNumber(field.range().map(Field.Range::max).orElse(BigDecimal.TEN));
            case BOOLEAN -> json.writeBoolean(true);
            case DATE -> json.writeString("2023-01-01");
            case CONSTANT -> {
                List<Constant> constants = field.constants().orElseThrow().constants();
                json.writeString(constants.get(0).name());
            }
            case MEMBERS -> {
                json.writeStartArray();
                json.writeEndArray();
            }
        }
    }
}
