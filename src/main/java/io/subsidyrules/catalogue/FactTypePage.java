package io.subsidyrules.catalogue;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.reader.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A type of facts in plain words: what is asked, how it is answered, and what it is for. */
final class FactTypePage {

    /** A fact. */
    record Fact(String title, String name, String answer, List<String> choices, String notes) {}

    private static final String EXAMPLE = "12";

    private FactTypePage() {}

    /**
     * The page.
     *
     * @param vocabulary has the types of the members of lists
     * @param currency of the amounts among the facts
     */
    static byte[] of(FactType type, Vocabulary vocabulary, Currency currency, Asked asked) {
        Phrases words = CataloguePages.words(asked.language());
        List<Fact> facts = type.fields().stream()
                .flatMap(field -> facts(field, vocabulary, currency, words))
                .toList();
        return CataloguePages.FACT_TYPE.html(
                asked,
                Phrases.heading(words.say(type.title())),
                Map.of("facts", facts, "name", type.name(), "claim", type.isClaim()));
    }

    /** A fact; of a list, the facts of each member behind it, with the list before their names. */
    private static Stream<Fact> facts(Field field, Vocabulary vocabulary, Currency currency, Phrases words) {
        Fact own = fact(field, currency, words);
        if (field.type() != ValueType.MEMBERS) {
            return Stream.of(own);
        }
        FactType type = vocabulary.membersOf(field);
        return Stream.concat(Stream.of(own), type.fields().stream().map(of -> {
            Fact fact = fact(of, currency, words);
            return new Fact(
                    Phrases.heading(words.say("ofMember", words.say(type.title()), words.say(of.title()))),
                    field.name() + "[]." + of.name(),
                    fact.answer(),
                    fact.choices(),
                    fact.notes());
        }));
    }

    private static Fact fact(Field field, Currency currency, Phrases words) {
        List<String> choices = field.constants().stream()
                .flatMap(type -> type.constants().stream())
                .map(constant -> words.say("choice", words.say(constant.title()), constant.name()))
                .toList();
        return new Fact(
                Phrases.heading(words.say(field.title())),
                field.name(),
                answer(field, currency, words),
                choices,
                notes(field, words));
    }

    private static String answer(Field field, Currency currency, Phrases words) {
        if (field.type() == ValueType.MEMBERS) {
            return words.say("answer.MEMBERS", field.mostMembers());
        }
        return field.type() == ValueType.DECIMAL
                ? field.unit()
                        .map(unit -> words.say("answer.NUMBER", unit.with(EXAMPLE, words.language())))
                        .orElseGet(() -> words.say("answer.DECIMAL", words.say(currency.unit())))
                : words.say("answer." + field.type());
    }

    private static String notes(Field field, Phrases words) {
        List<String> notes = new ArrayList<>();
        if (field.required()) {
            notes.add(words.say("required"));
        }
        if (field.key() != Field.Key.NONE) {
            notes.add(words.say("key." + field.key()));
        }
        return words.list(notes);
    }
}
