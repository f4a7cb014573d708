package io.subsidyrules.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form for an applicant and one claim: a field for each fact that the rules declare. What is entered comes back as
 * {@code applicant[size]} and {@code claim[level]}; a field that was not there before has an example.
 */
final class TryForm {

    static final String TYPE = "type";

    /** The button that asks for the letter, not for the form. */
    static final String LETTER = "letter";

    /** The button that asks for the form with what was entered. */
    static final String SHOW = "show";

    private static final String AS_OF = "asOf";
    private static final String APPLICANT = "applicant";
    private static final String CLAIM = "claim";
    /** The members of a list that the form has fields for. */
    private static final int MEMBERS = 3;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private final Vocabulary vocabulary;
    private final FactType claim;
    private final Currency currency;
    private final Entries entries;

    TryForm(RuleBook book, FactType claim, Entries entries) {
        this.vocabulary = book.vocabulary();
        this.claim = claim;
        this.currency = book.currency(claim);
        this.entries = entries;
    }

    /** A choice of a list. */
    record Choice(String value, String title, boolean selected) {}

    /**
     * A field; its input is a list where there are choices, and else of a type that browsers know.
     *
     * @param hint what kind of value is wanted, where the input does not show it
     * @param fault what is wrong with its value
     */
    record Input(
            String name,
            String title,
            String input,
            String value,
            boolean required,
            List<Choice> choices,
            Optional<String> hint,
            Optional<String> fault) {

        /** The same of a member of a list, which can be left out. */
        private Input ofMember(String heading) {
            return new Input(name, Phrases.heading(heading), input, value, false, choices, hint, fault);
        }
    }

    /** The whole form in one language. */
    record Shown(
            List<Choice> types,
            String type,
            String claim,
            List<Input> claimInputs,
            List<Input> applicantInputs,
            List<Wrong> wrong) {}

    /**
     * A fault.
     *
     * @param field the name of the field that it is in; empty if there is none
     */
    record Wrong(String field, String title, String detail) {}

    /** The type that is shown without a wish: the one whose name an example has, else the first. */
    static FactType first(List<FactType> types) {
        return types.stream()
                .filter(type -> type.name().equals(TryExample.TYPE))
                .findFirst()
                .orElseGet(() -> types.get(0));
    }

    private static String name(String of, String field) {
        return of + "[" + field + "]";
    }

    /** The form with what is wrong in it. */
    Shown shown(Language language, List<RequestFault> faults) {
        Phrases words = GuidePages.words(language);
        List<Choice> types = vocabulary.claims().stream()
                .map(type -> new Choice(type.name(), Phrases.heading(words.say(type.title())), type.equals(claim)))
                .toList();
        List<Wrong> wrong = faults.stream().map(fault -> wrong(fault, words)).toList();
        List<Input> ofClaim = new ArrayList<>(inputs(CLAIM, claim, words, wrong));
        ofClaim.add(new Input(
                AS_OF,
                words.say(AS_OF),
                "date",
                entries.value(AS_OF, TryExample.AS_OF),
                false,
                List.of(),
                Optional.of(words.say("asOfHint")),
                detail(AS_OF, wrong)));
        return new Shown(
                types,
                claim.name(),
                words.say("claimFacts", words.say(claim.title())),
                ofClaim,
                inputs(APPLICANT, vocabulary.applicant(), words, wrong),
                wrong);
    }

    private List<Input> inputs(String of, FactType type, Phrases words, List<Wrong> wrong) {
        return type.fields().stream()
                .filter(field -> !(type.isClaim() && field.name().equals("id")))
                .flatMap(field -> field.type() == ValueType.MEMBERS
                        ? members(name(of, field.name()), field, words, wrong)
                        : Stream.of(input(name(of, field.name()), field, words, wrong)))
                .toList();
    }

    /** The fields of a few members of a list, each with the number of its member. */
    private Stream<Input> members(String list, Field field, Phrases words, List<Wrong> wrong) {
        FactType type = vocabulary.membersOf(field);
        return IntStream.range(0, shown(field)).boxed().flatMap(index -> type.fields().stream()
                .map(of -> input(name(name(list, String.valueOf(index)), of.name()), of, words, wrong)
                        .ofMember(words.say("memberFact", words.say(type.title()), index + 1, words.say(of.title())))));
    }

    /** The members of a list that the form has fields for. */
    private static int shown(Field list) {
        return Math.min(MEMBERS, list.mostMembers());
    }

    private Input input(String name, Field field, Phrases words, List<Wrong> wrong) {
        String value = entries.value(name, TryExample.of(field));
        return new Input(
                name,
                Phrases.heading(words.say(field.title())),
                field.type() == ValueType.DATE ? "date" : "text",
                value,
                field.required(),
                choices(field, value, words),
                hint(field, name.startsWith(CLAIM) ? currency : Currency.CNY, words),
                detail(name, wrong));
    }

    /** @param of the currency of amounts */
    private static Optional<String> hint(Field field, Currency of, Phrases words) {
        return switch (field.type()) {
            case INTEGER -> Optional.of(words.say("integerHint"));
            case DECIMAL ->
                Optional.of(field.unit()
                        .map(unit -> words.say("numberHint", unit.with("12", words.language())))
                        .orElseGet(() -> words.say("decimalHint", words.say(of.unit()))));
            default -> Optional.empty();
        };
    }

    private static Optional<String> detail(String name, List<Wrong> wrong) {
        return wrong.stream()
                .filter(one -> one.field().equals(name))
                .map(Wrong::detail)
                .findFirst();
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

    /** The values that were entered, as a request to be evaluated. */
    byte[] request() {
        ObjectNode request = NODES.objectNode();
        put(request, AS_OF, entries.value(AS_OF, ""), ValueType.DATE);
        ObjectNode applicant = request.putObject(APPLICANT);
        vocabulary.applicant().fields().forEach(field -> put(applicant, APPLICANT, field));
        ObjectNode claimed = request.putArray("claims").addObject();
        claimed.put(TYPE, claim.name());
        claim.fields().forEach(field -> put(claimed, CLAIM, field));
        if (!claimed.has("id")) {
            claimed.put("id", "1");
        }
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void put(ObjectNode node, String of, Field field) {
        String name = name(of, field.name());
        if (field.type() != ValueType.MEMBERS) {
            put(node, field.name(), entries.value(name, ""), field.type());
            return;
        }
        ArrayNode members = NODES.arrayNode();
        for (int i = 0; i < shown(field); i++) {
            ObjectNode member = NODES.objectNode();
            String at = name(name, String.valueOf(i));
            vocabulary.membersOf(field).fields().forEach(one -> put(member, at, one));
            if (!member.isEmpty()) {
                members.add(member);
            }
        }
        if (!members.isEmpty()) {
            node.set(field.name(), members);
        }
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
            case BOOLEAN -> {
                if (value.equals("true") || value.equals("false")) {
                    node.put(name, value.equals("true"));
                } else {
                    node.put(name, value);
                }
            }
            default -> node.put(name, value);
        }
    }

    private Wrong wrong(RequestFault fault, Phrases words) {
        String name = fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1);
        String detail = words.say(fault.detail());
        if (fault.pointer().equals("/" + AS_OF)) {
            return new Wrong(AS_OF, words.say(AS_OF), detail);
        }
        if (fault.code() == RequestFault.Code.UNKNOWN_TYPE) {
            return new Wrong(TYPE, words.say("choose"), detail);
        }
        String of = fault.pointer().startsWith("/claims") ? CLAIM : APPLICANT;
        Optional<Wrong> ofMember = wrongOfMember(fault.pointer(), of, detail, words);
        if (ofMember.isPresent()) {
            return ofMember.get();
        }
        return (of.equals(CLAIM) ? claim : vocabulary.applicant())
                .field(name)
                .map(field -> new Wrong(name(of, name), Phrases.heading(words.say(field.title())), detail))
                .orElseGet(() -> new Wrong("", name, detail));
    }

    /** A fault in a member of a list; empty where it is in none, as in {@code /claims/0/workers/2/months}. */
    private Optional<Wrong> wrongOfMember(String pointer, String of, String detail, Phrases words) {
        String[] steps = pointer.split("/", -1);
        int at = of.equals(CLAIM) ? 3 : 2;
        if (steps.length != at + 3) {
            return Optional.empty();
        }
        FactType owner = of.equals(CLAIM) ? claim : vocabulary.applicant();
        return owner.field(steps[at])
                .filter(list -> list.type() == ValueType.MEMBERS)
                .map(vocabulary::membersOf)
                .flatMap(type -> type.field(steps[at + 2])
                        .map(field -> new Wrong(
                                name(name(name(of, steps[at]), steps[at + 1]), field.name()),
                                Phrases.heading(words.say(
                                        "memberFact",
                                        words.say(type.title()),
                                        Integer.parseInt(steps[at + 1]) + 1,
                                        words.say(field.title()))),
                                detail)));
    }
}
