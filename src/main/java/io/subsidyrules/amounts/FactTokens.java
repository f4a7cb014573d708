package io.subsidyrules.amounts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the values of the facts in the JSON of a request, the applicant's and the claims', those of the members of
 * lists among them.
 */
final class FactTokens {

    private static final String TYPE = "type";

    private final JsonParser parser;
    private final Vocabulary vocabulary;
    private final Consumer<Value> found;

    /**
     * A value of a field, and where it is in the text.
     *
     * @param text the number, or what the string says
     * @param field as the live rules declare it; empty if the rules that are live have no such field
     */
    record Value(JsonToken token, String text, int from, int to, Optional<Field> field) {

        /** Whether it is money, or another number with decimals. */
        boolean isDecimal() {
            return field.filter(declared -> declared.type() == ValueType.DECIMAL)
                    .isPresent();
        }
    }

    /** @param list the name of the list that it is in a member of; empty if it is a member of the fact itself */
    private record Member(Optional<String> list, String name, JsonToken token, String text, int from, int to) {}

    FactTokens(JsonParser parser, Vocabulary vocabulary, Consumer<Value> found) {
        this.parser = parser;
        this.vocabulary = vocabulary;
        this.found = found;
    }

    /** Reads the request at which the parser is, to its end. */
    void read() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("applicant") && token == JsonToken.START_OBJECT) {
                fact(Optional.of(vocabulary.applicant()));
            } else if (name.equals("claims") && token == JsonToken.START_ARRAY) {
                claims();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void claims() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                fact(Optional.empty());
            } else {
                parser.skipChildren();
            }
        }
    }

    /** @param known the type; that of a claim is one of its members, perhaps the last */
    private void fact(Optional<FactType> known) throws IOException {
        Optional<FactType> type = known;
        List<Member> members = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (token.isScalarValue()) {
                members.add(member(Optional.empty(), name, token));
            } else if (token == JsonToken.START_ARRAY) {
                list(name, members);
            }
            if (known.isEmpty() && name.equals(TYPE)) {
                type = vocabulary.claim(parser.getText());
            }
            parser.skipChildren();
        }
        for (Member member : members) {
            Optional<Field> declared = type.flatMap(of -> declared(of, member));
            found.accept(new Value(member.token(), member.text(), member.from(), member.to(), declared));
        }
    }

    /** Reads the members of a list, up to its end. */
    private void list(String list, List<Member> members) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (token.isScalarValue()) {
                    members.add(member(Optional.of(list), name, token));
                }
                parser.skipChildren();
            }
        }
    }

    private Optional<Field> declared(FactType type, Member member) {
        if (member.list().isEmpty()) {
            return type.field(member.name());
        }
        return type.field(member.list().get())
                .filter(list -> list.type() == ValueType.MEMBERS)
                .flatMap(list -> vocabulary.membersOf(list).field(member.name()));
    }

    private Member member(Optional<String> list, String name, JsonToken token) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String text = parser.getText();
        // Jackson reads strings lazily: only after getText is the parser at the end of the token.
        int to =
                token == JsonToken.VALUE_STRING ? (int) parser.currentLocation().getCharOffset() : from + text.length();
        return new Member(list, name, token, text, from, to);
    }
}
