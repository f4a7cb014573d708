package io.subsidyrules.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.dialect.FactType;
import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading of the claims of one request. The members of a claim mean what its {@code type} says, wherever that stands. */
final class ClaimParsing {

    private static final String TYPE = "type";
    private static final String ID = "id";

    private final Map<String, FactType> types = new HashMap<>();
    private final List<String> typeNames;
    private final byte[] body;
    private final RequestFaults faults;
    private final Set<String> ids;

    ClaimParsing(Vocabulary vocabulary, byte[] body, RequestFaults faults, Set<String> ids) {
        vocabulary.claims().forEach(type -> types.put(type.name(), type));
        this.typeNames = vocabulary.claimNames();
        this.body = body;
        this.faults = faults;
        this.ids = ids;
    }

    /** A claim that was read. */
    record Read(String id, FactType type, String pointer, List<@Nullable Object> values) {}

    /** Reads the claim at the parser's current token; empty where it has a fault that leaves nothing to evaluate. */
    Optional<Read> claim(JsonParser parser, String pointer) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            new FieldReader(parser, faults).wrongType(pointer, "an object", "对象");
            return Optional.empty();
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        String first = parser.nextFieldName();
        if (TYPE.equals(first)) {
            return members(parser, pointer, type(parser, pointer), parser.nextFieldName());
        }
        boolean typed = skipTo(parser, first);
        int to = (int) parser.currentLocation().getByteOffset();
        try (JsonParser again = RequestReader.parserFor(body, from, to)) {
            again.nextToken();
            Optional<FactType> type = Optional.empty();
            if (typed) {
                try (JsonParser ahead = RequestReader.parserFor(body, from, to)) {
                    type = typeAhead(ahead, pointer);
                }
            }
            Optional<Read> read = members(again, pointer, type, again.nextFieldName());
            if (!typed) {
                RequestParsing.required(faults, pointer + "/" + TYPE, TYPE);
            }
            return read;
        }
    }

    /** Skips the rest of an object; whether it has a type that is not null. */
    private static boolean skipTo(JsonParser parser, @Nullable String first) throws IOException {
        boolean typed = false;
        for (String name = first; name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            typed |= name.equals(TYPE) && token != JsonToken.VALUE_NULL;
            parser.skipChildren();
        }
        return typed;
    }

    private Optional<FactType> typeAhead(JsonParser ahead, String pointer) throws IOException {
        ahead.nextToken();
        String name = ahead.nextFieldName();
        while (!TYPE.equals(name)) {
            ahead.nextToken();
            ahead.skipChildren();
            name = ahead.nextFieldName();
        }
        return type(ahead, pointer);
    }

    private Optional<FactType> type(JsonParser parser, String pointer) throws IOException {
        parser.nextToken();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            RequestParsing.required(faults, pointer + "/" + TYPE, TYPE);
            return Optional.empty();
        }
        String name = new FieldReader(parser, faults).string(pointer + "/" + TYPE);
        if (name == null) {
            return Optional.empty();
        }
        FactType type = types.get(name);
        if (type == null) {
            faults.unknown(pointer + "/" + TYPE, RequestFault.Code.UNKNOWN_TYPE, "claim type", "申报类型", name, typeNames);
        }
        return Optional.ofNullable(type);
    }

    private Optional<Read> members(JsonParser parser, String pointer, Optional<FactType> type, @Nullable String first)
            throws IOException {
        FieldReader reader = new FieldReader(parser, faults);
        @Nullable
        Object[] values = new Object[type.map(known -> known.fields().size()).orElse(0)];
        boolean[] seen = new boolean[values.length];
        @Nullable String id = null;
        boolean idSeen = false;
        for (String name = first; name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL || name.equals(TYPE)) {
                parser.skipChildren();
            } else if (name.equals(ID)) {
                idSeen = true;
                id = id(reader, pointer);
            } else if (type.isEmpty()) {
                parser.skipChildren();
            } else {
                field(parser, reader, pointer, name, type.get(), values, seen);
            }
        }
        if (!idSeen) {
            RequestParsing.required(faults, pointer + "/" + ID, ID);
        }
        if (id == null || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Read(id, type.get(), pointer, Arrays.asList(values)));
    }

    private void field(
            JsonParser parser,
            FieldReader reader,
            String pointer,
            String name,
            FactType type,
            @Nullable Object[] values,
            boolean[] seen)
            throws IOException {
        Optional<Field> field = type.field(name);
        String at = pointer + "/" + RequestParsing.escaped(name);
        if (field.isEmpty()) {
            List<String> known = new ArrayList<>(List.of(TYPE));
            known.addAll(type.fieldNames());
            RequestParsing.unknownMember(parser, faults, at, name, known);
        } else {
            int index = field.get().index();
            seen[index] = true;
            values[index] = reader.value(field.get(), at);
        }
    }

    private @Nullable String id(FieldReader reader, String pointer) throws IOException {
        String id = reader.string(pointer + "/" + ID);
        if (id != null && id.isEmpty()) {
            faults.add(pointer + "/" + ID, RequestFault.Code.BAD_FORMAT, "The id must not be empty.", "id 不能为空。");
        } else if (id != null && !ids.add(id)) {
            faults.add(
                    pointer + "/" + ID,
                    RequestFault.Code.DUPLICATE_ID,
                    "Another claim has the id %s already. Give each claim its own.".formatted(RequestFaults.quoted(id)),
                    "已有申报事项使用 id %s，请为每个申报事项使用不同的 id。".formatted(RequestFaults.quoted(id)));
        }
        return id;
    }
}
