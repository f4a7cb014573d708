package io.subsidyrules.engine.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.request.direct.ClaimValues;
import io.subsidyrules.engine.request.direct.FactValues;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The reading of the claims of one request. The members of a claim mean what its {@code type} says, wherever that is.
 */
final class ClaimParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ClaimParser.class);

    private static final String TYPE = "type";
    private static final String ID = "id";

    private final Vocabulary vocabulary;
    private final char[] text;
    private final RequestFaults faults;
    private final RequestUse use;
    private final Set<String> ids = new HashSet<>();
    private final AtomicInteger members = new AtomicInteger();

    ClaimParser(Vocabulary vocabulary, char[] text, RequestFaults faults, RequestUse use) {
        this.vocabulary = vocabulary;
        this.text = text;
        this.faults = faults;
        this.use = use;
    }

    /** Reads the claim at the parser's current token; empty if it has a fault that leaves nothing to evaluate. */
    Optional<ClaimValues> claim(JsonParser parser, String pointer) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            new FieldReader(vocabulary, parser, faults, use).wrongType(pointer, TEXTS.text("objectWanted"));
            return Optional.empty();
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String first = parser.nextFieldName();
        if (TYPE.equals(first)) {
            parser.nextToken();
            return new Members(parser, pointer, typeAt(parser)).read(first);
        }
        Optional<FactType> type = lookAhead(parser, first);
        int to = (int) parser.currentLocation().getCharOffset();
        try (JsonParser again = RequestJson.parser(text, from, to)) {
            again.nextToken();
            String name = again.nextFieldName();
            if (name != null) {
                again.nextToken();
            }
            return new Members(again, pointer, type).read(name);
        }
    }

    /** Skips the rest of an object; its type where it has a known one. */
    private Optional<FactType> lookAhead(JsonParser parser, @Nullable String first) throws IOException {
        Optional<FactType> type = Optional.empty();
        for (String name = first; name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals(TYPE)) {
                type = typeAt(parser);
            }
            parser.skipChildren();
        }
        return type;
    }

    private Optional<FactType> typeAt(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? vocabulary.claim(parser.getText()) : Optional.empty();
    }

    /** The members of one claim, in document order. */
    private final class Members {

        private final JsonParser parser;
        private final FieldReader reader;
        private final String pointer;
        private final Optional<FactType> type;
        private final @Nullable Object[] values;
        private final boolean[] seen;
        private boolean typeSeen;
        private boolean idSeen;
        private @Nullable String id;

        Members(JsonParser parser, String pointer, Optional<FactType> type) {
            this.parser = parser;
            this.reader = new FieldReader(vocabulary, parser, faults, use, members);
            this.pointer = pointer;
            this.type = type;
            this.values = new Object[type.map(known -> known.fields().size()).orElse(0)];
            this.seen = new boolean[values.length];
        }

        /** Reads from the first member, at whose value the parser is, to the end of the object. */
        Optional<ClaimValues> read(@Nullable String first) throws IOException {
            String name = first;
            while (name != null) {
                member(name);
                name = parser.nextFieldName();
                if (name != null) {
                    parser.nextToken();
                }
            }
            required();
            return id == null || type.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ClaimValues(id, new FactValues(type.get(), Arrays.asList(values))));
        }

        private void member(String name) throws IOException {
            boolean absent = parser.currentToken() == JsonToken.VALUE_NULL;
            if (name.equals(TYPE)) {
                if (!absent) {
                    typeSeen = true;
                    checkType();
                }
            } else if (name.equals(ID)) {
                if (!absent) {
                    idSeen = true;
                    readId();
                }
            } else if (type.isPresent()) {
                field(name, type.get(), absent);
            } else {
                parser.skipChildren();
            }
        }

        private void checkType() throws IOException {
            String name = reader.string(pointer + "/" + TYPE);
            if (name != null && type.isEmpty()) {
                faults.unknown(pointer + "/" + TYPE, RequestFault.Code.UNKNOWN_TYPE, name, vocabulary.claimNames());
            }
        }

        private void readId() throws IOException {
            id = reader.string(pointer + "/" + ID);
            if (id != null && id.isEmpty()) {
                faults.add(pointer + "/" + ID, RequestFault.Code.BAD_FORMAT, TEXTS.text("idEmpty"));
            } else if (id != null && !ids.add(id)) {
                faults.add(
                        pointer + "/" + ID,
                        RequestFault.Code.DUPLICATE_ID,
                        TEXTS.text("idTwice", RequestFaults.quoted(id)));
            }
        }

        private void field(String name, FactType known, boolean absent) throws IOException {
            Optional<Field> field = known.field(name);
            if (absent && !(use.isStrict() && field.isEmpty())) {
                return;
            }
            String at = pointer + "/" + RequestFaults.escaped(name);
            if (field.isEmpty()) {
                List<String> names = new ArrayList<>(List.of(TYPE));
                names.addAll(known.fieldNames());
                FieldReader.unknownMember(parser, faults, at, name, names);
            } else {
                int index = field.get().index();
                seen[index] = true;
                values[index] = reader.value(field.get(), at);
            }
        }

        private void required() {
            if (!typeSeen) {
                faults.required(pointer + "/" + TYPE, TYPE);
            }
            if (!idSeen) {
                faults.required(pointer + "/" + ID, ID);
            }
            for (int i = 0; i < seen.length; i++) {
                Field field = type.orElseThrow().fields().get(i);
                if (field.required() && !seen[i] && !field.name().equals(ID)) {
                    faults.required(pointer + "/" + field.name(), field.name());
                }
            }
        }
    }
}
