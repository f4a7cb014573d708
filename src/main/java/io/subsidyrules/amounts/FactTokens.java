package io.subsidyrules.amounts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the values of the facts in the JSON of a request, the applicant's and the claims', in their order. */
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

        boolean isAmount() {
            return field.filter(Field::isMoney).isPresent();
        }
    }

    private record Member(String name, JsonToken token, String text, int from, int to) {}

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
                members.add(member(name, token));
            }
            if (known.isEmpty() && name.equals(TYPE)) {
                type = vocabulary.claim(parser.getText());
            }
            parser.skipChildren();
        }
        for (Member member : members) {
            Optional<Field> declared = type.flatMap(of -> of.field(member.name()));
            found.accept(new Value(member.token(), member.text(), member.from(), member.to(), declared));
        }
    }

    private Member member(String name, JsonToken token) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String text = parser.getText();
        // Jackson reads strings lazily: only after getText is the parser at the end of the token.
        int to =
                token == JsonToken.VALUE_STRING ? (int) parser.currentLocation().getCharOffset() : from + text.length();
        return new Member(name, token, text, from, to);
    }
}
