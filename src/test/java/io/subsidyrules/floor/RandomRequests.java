package io.subsidyrules.floor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests over the whole vocabulary: each field absent, null or of a value at or around a limit; keys often the same. */
final class RandomRequests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<ObjectWriter> WRITERS = List.of(
            MAPPER.writer(),
            MAPPER.writer().withDefaultPrettyPrinter(),
            MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII));
    private static final LocalDate START = LocalDate.of(2022, 9, 6);
    private static final List<LocalDate> DATES = List.of(
            START.minusDays(1),
            START,
            START.plusDays(1),
            LocalDate.of(2023, 5, 1),
            LocalDate.of(2024, 2, 28),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2026, 2, 28),
            LocalDate.of(2100, 12, 31));
    private static final List<String> NAMES = List.of("A", "a", "", "\"B\" \\ C", "河北一号", "D/E~F 😀");
    private static final List<String> KEYS =
            List.of("A", "a", " A ", "\u0410", "\"B\" \\ C", "B C", "河北一号", "河北 一号", "D/E~F 😀");
    private static final List<String> DIVISIONS = List.of("130100", "133100", "139001", "131002", "110000", "310113");
    private static final List<String> NUMBERS = List.of(
            "0",
            "0.00",
            "0.01",
            "0.03",
            "1E+2",
            "1234567.89",
            "1999999.99",
            "2000000.00",
            "2000000.01",
            "4999999.99",
            "5000000",
            "5000000.01",
            "999999999999.99");
    private static final List<String> YEARS = List.of("1900", "2022", "2022.0", "2100");
    private static final List<String> CODE_CHARACTERS = List.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""));

    private final Vocabulary vocabulary;
    private final Random random;

    RandomRequests(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.random = new Random(seed);
    }

    /** A request without a fault. */
    ObjectNode next() {
        LocalDate asOf = any(DATES);
        int percentKnown = any(List.of(50, 80, 97));
        ObjectNode request = NODES.objectNode();
        if (chance(95)) {
            request.put("asOf", chance(97) ? asOf.toString() : null);
        }
        request.set("applicant", applicant(asOf, percentKnown));
        if (chance(95)) {
            request.set("claims", claims(asOf, percentKnown));
        }
        if (chance(20)) {
            request.set("policies", chance(50) ? NODES.arrayNode().add("hebei-quality-2022") : NODES.arrayNode());
        }
        return shuffled(request);
    }

    /** The bytes of a request, in one of several layouts. */
    byte[] bytes(JsonNode request) {
        try {
            return any(WRITERS).writeValueAsBytes(request);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private ObjectNode applicant(LocalDate asOf, int percentKnown) {
        ObjectNode applicant = facts(vocabulary.applicant(), asOf, percentKnown);
        applicant.put("id", creditCode());
        return shuffled(applicant);
    }

    private String creditCode() {
        StringBuilder code = new StringBuilder(any(List.of("91", "92", "12", "51", "N2", "Y1"))).append(any(DIVISIONS));
        for (int i = 8; i < 17; i++) {
            code.append(any(CODE_CHARACTERS));
        }
        return CODE_CHARACTERS.stream()
                .map(last -> code + last)
                .filter(PlainCreditCode::isChecked)
                .findFirst()
                .orElseThrow();
    }

    private ArrayNode claims(LocalDate asOf, int percentKnown) {
        ArrayNode claims = NODES.arrayNode();
        int count = random.nextInt(7);
        FactType type = any(vocabulary.claims());
        for (int i = 0; i < count; i++) {
            type = chance(30) ? type : any(vocabulary.claims());
            ObjectNode claim = facts(type, asOf, percentKnown);
            claim.put("id", any(NAMES) + i);
            claim.put("type", type.name());
            claims.add(chance(30) ? shuffled(claim) : typeFirst(claim));
        }
        return claims;
    }

    private ObjectNode facts(FactType type, LocalDate asOf, int percentKnown) {
        ObjectNode facts = NODES.objectNode();
        for (Field field : type.fields()) {
            if (chance(percentKnown)) {
                facts.set(field.name(), value(field, asOf));
            } else if (chance(50)) {
                facts.putNull(field.name());
            }
        }
        return facts;
    }

    private JsonNode value(Field field, LocalDate asOf) {
        return switch (field.type()) {
            case MEMBERS -> NODES.arrayNode();
            case TEXT ->
                NODES.textNode(
                        field.name().equals("divisionCode")
                                ? division()
                                : any(field.key() == Field.Key.NONE ? NAMES : KEYS));
            case CONSTANT ->
                NODES.textNode(
                        constant(field.constants().orElseThrow().constants()).name());
            case BOOLEAN -> NODES.booleanNode(chance(80));
            case DATE -> NODES.textNode(date(asOf).toString());
            case INTEGER, DECIMAL ->
                NODES.numberNode(new BigDecimal(any(field.type() == ValueType.INTEGER ? YEARS : NUMBERS)));
        };
    }

    private String division() {
        return chance(70) ? "130100" : any(DIVISIONS);
    }

    /** The first constant is the one that most rules ask for. */
    private Constant constant(List<Constant> constants) {
        return chance(40) ? constants.get(0) : any(constants);
    }

    /** A date at a limit, or a day beside it. */
    private LocalDate date(LocalDate asOf) {
        LocalDate date = chance(40) ? any(DATES) : asOf.minusYears(random.nextInt(3));
        LocalDate near = date.plusDays(random.nextInt(3) - 1);
        return near.getYear() > 2100 ? date : near;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private ObjectNode shuffled(ObjectNode object) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        Collections.shuffle(members, random);
        ObjectNode shuffled = NODES.objectNode();
        members.forEach(member -> shuffled.set(member.getKey(), member.getValue()));
        return shuffled;
    }

    private static ObjectNode typeFirst(ObjectNode claim) {
        ObjectNode ordered = NODES.objectNode();
        ordered.set("type", claim.get("type"));
        ordered.setAll(claim);
        return ordered;
    }
}
