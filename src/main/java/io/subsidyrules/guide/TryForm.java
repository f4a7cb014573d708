package io.subsidyrules.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.dialect.FactType;
import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.ValueType;
import io.subsidyrules.dialect.Vocabulary;
import io.subsidyrules.engine.RequestFault;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Language;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The form for an applicant and one claim: a field for each fact that the rules declare. What is entered comes back as
 * parameters of a query, {@code applicant[size]} and {@code claim[level]}; where there are none yet, the form has an example.
 */
final class TryForm {

    static final String TYPE = "type";

    /** Asks for the letter in place of the form. */
    static final String LETTER = "letter";

    private static final String AS_OF = "asOf";
    private static final String APPLICANT = "applicant";
    private static final String CLAIM = "claim";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private final Vocabulary vocabulary;
    private final FactType claim;
    private final MultivaluedMap<String, String> query;

    TryForm(Vocabulary vocabulary, FactType claim, MultivaluedMap<String, String> query) {
        this.vocabulary = vocabulary;
        this.claim = claim;
        this.query = query;
    }

    /** A choice of a list. */
    record Choice(String value, String title, boolean selected) {}

    /** A field; its input is a list where there are choices, and else of a type that browsers know. */
    record Input(String name, String title, String input, String value, boolean required, List<Choice> choices) {}

    /** The whole form in one language. */
    record Shown(
            String asOf,
            List<Choice> types,
            String type,
            String claim,
            List<Input> applicantInputs,
            List<Input> claimInputs) {}

    /** The type that is shown without a wish: the one whose name an example has, else the first. */
    static FactType first(List<FactType> types) {
        return types.stream()
                .filter(type -> type.name().equals(TryExample.TYPE))
                .findFirst()
                .orElseGet(() -> types.get(0));
    }

    /** The parameters that the query can have. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(TYPE, AS_OF, LETTER));
        vocabulary.applicant().fieldNames().forEach(field -> names.add(name(APPLICANT, field)));
        claim.fieldNames().forEach(field -> names.add(name(CLAIM, field)));
        return names;
    }

    private static String name(String of, String field) {
        return of + "[" + field + "]";
    }

    Shown shown(Language language) {
        Phrases words = GuidePages.words(language);
        List<Choice> types = vocabulary.claims().stream()
                .map(type -> new Choice(type.name(), Phrases.heading(words.say(type.title())), type.equals(claim)))
                .toList();
        return new Shown(
                value(AS_OF, TryExample.AS_OF),
                types,
                claim.name(),
                words.say("claimFacts", words.say(claim.title())),
                inputs(APPLICANT, vocabulary.applicant(), words),
                inputs(CLAIM, claim, words));
    }

    private List<Input> inputs(String of, FactType type, Phrases words) {
        return type.fields().stream()
                .filter(field -> !(type.isClaim() && field.name().equals("id")))
                .map(field -> input(of, field, words))
                .toList();
    }

    private Input input(String of, Field field, Phrases words) {
        String name = name(of, field.name());
        String value = value(name, TryExample.of(field));
        return new Input(
                name,
                Phrases.heading(words.say(field.title())),
                field.type() == ValueType.DATE ? "date" : "text",
                value,
                field.required(),
                choices(field, value, words));
    }

    private static List<Choice> choices(Field field, String value, Phrases words) {
        List<Choice> choices = new ArrayList<>();
        if (field.type() == ValueType.BOOLEAN) {
            choices.add(new Choice("true", words.say("yes"), value.equals("true")));
            choices.add(new Choice("false", words.say("no"), value.equals("false")));
        }
        field.constants().ifPresent(type -> type.constants()
                .forEach(constant -> choices.add(
                        new Choice(constant.name(), words.say(constant.title()), value.equals(constant.name())))));
        return choices;
    }

    /** The values that were entered; where none was entered anywhere, the example. */
    private String value(String name, String example) {
        boolean fresh = query.keySet().stream().noneMatch(one -> one.endsWith("]"));
        return Objects.requireNonNullElse(query.getFirst(name), fresh ? example : "");
    }

    /** The values that were entered, as a request to be evaluated. */
    byte[] request() {
        ObjectNode request = NODES.objectNode();
        put(request, AS_OF, value(AS_OF, ""), ValueType.DATE);
        ObjectNode applicant = request.putObject(APPLICANT);
        vocabulary
                .applicant()
                .fields()
                .forEach(field -> put(applicant, field.name(), value(name(APPLICANT, field.name()), ""), field.type()));
        ObjectNode claimed = request.putArray("claims").addObject();
        claimed.put(TYPE, claim.name());
        claim.fields().forEach(field -> put(claimed, field.name(), value(name(CLAIM, field.name()), ""), field.type()));
        if (!claimed.has("id")) {
            claimed.put("id", "1");
        }
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode node, String name, String entered, ValueType type) {
        String value = entered.strip();
        if (value.isEmpty()) {
            return;
        }
        switch (type) {
            case INTEGER, DECIMAL -> {
                if (NUMBER.matcher(value).matches()) {
                    node.put(name, new BigDecimal(value));
                } else {
                    node.put(name, value);
                }
            }
            case BOOLEAN -> node.put(name, value.equals("true"));
            default -> node.put(name, value);
        }
    }

    /** A fault with the title of the field that it is in. */
    String fault(RequestFault fault, Language language) {
        String name = fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1);
        FactType type = fault.pointer().startsWith("/claims") ? claim : vocabulary.applicant();
        String title = type.field(name)
                .map(field -> Phrases.heading(field.title().in(language)))
                .orElse(name);
        return title + (language == Language.ZH ? "：" : ": ") + fault.detail().in(language);
    }
}
