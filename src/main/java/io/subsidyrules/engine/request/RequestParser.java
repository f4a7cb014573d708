package io.subsidyrules.engine.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.request.direct.ClaimValues;
import io.subsidyrules.engine.request.direct.FactValues;
import io.subsidyrules.engine.request.direct.RequestValues;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reading of one request, member by member in document order. */
final class RequestParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestParser.class);

    private static final int LONGEST_REFERENCE = 100;

    private final Vocabulary vocabulary;
    private final List<String> knownPolicies;
    private final char[] text;
    private final RequestUse use;
    private final JsonParser parser;
    private final RequestFaults faults;
    private final FieldReader fields;

    private final LocalDate today;
    private @Nullable LocalDate asOf;
    private @Nullable Object[] applicant = new Object[0];
    private boolean applicantSeen;
    private final List<ClaimValues> claims = new ArrayList<>();
    private final Set<String> policies = new TreeSet<>();
    private @Nullable String reference;

    RequestParser(
            Vocabulary vocabulary,
            List<String> knownPolicies,
            char[] text,
            JsonParser parser,
            RequestFaults faults,
            LocalDate today,
            RequestUse use) {
        this.vocabulary = vocabulary;
        this.knownPolicies = knownPolicies;
        this.text = text;
        this.today = today;
        this.use = use;
        this.parser = parser;
        this.faults = faults;
        this.fields = new FieldReader(vocabulary, parser, faults, use);
    }

    /** The values of the request. */
    RequestValues values() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notAnObject();
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (parser.nextToken() != JsonToken.VALUE_NULL
                    || (use.isStrict() && !use.members().contains(name))) {
                member(name);
            }
        }
        if (parser.nextToken() != null) {
            throw new UnreadableRequestException(
                    TEXTS.text("textAfterwards"),
                    parser.currentTokenLocation().getLineNr(),
                    parser.currentTokenLocation().getColumnNr());
        }
        if (!applicantSeen) {
            faults.required("/applicant", "applicant");
        }
        faults.throwIfAny();
        return new RequestValues(
                Optional.ofNullable(asOf),
                new FactValues(vocabulary.applicant(), Arrays.asList(applicant)),
                claims,
                policies,
                Optional.ofNullable(reference));
    }

    private UnreadableRequestException notAnObject() {
        return new UnreadableRequestException(TEXTS.text("notAnObject"), 1, 1);
    }

    private void member(String name) throws IOException {
        if (!use.members().contains(name)) {
            FieldReader.unknownMember(parser, faults, "/" + RequestFaults.escaped(name), name, use.members());
            return;
        }
        switch (name) {
            case "asOf" -> asOf();
            case "applicant" -> applicant();
            case "claims" -> claims();
            case "policies" -> policies();
            default -> reference();
        }
    }

    private void asOf() throws IOException {
        asOf = fields.date("/asOf");
        if (use == RequestUse.RECORDING && asOf != null && asOf.isAfter(today)) {
            faults.add("/asOf", RequestFault.Code.OUT_OF_RANGE, TEXTS.text("decidedAhead", today));
        }
    }

    private void applicant() throws IOException {
        applicantSeen = true;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fields.wrongType("/applicant", TEXTS.text("objectWanted"));
            return;
        }
        FactType type = vocabulary.applicant();
        applicant = new Object[type.fields().size()];
        fields.fields(type, applicant, "/applicant");
    }

    private void claims() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            fields.wrongType("/claims", TEXTS.text("arrayWanted"));
            return;
        }
        ClaimParser parsing = new ClaimParser(vocabulary, text, faults, use);
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index == ClaimValues.MOST) {
                faults.add("/claims", RequestFault.Code.TOO_MANY, TEXTS.text("tooManyClaims", ClaimValues.MOST));
            }
            if (index >= ClaimValues.MOST) {
                parser.skipChildren();
            } else {
                parsing.claim(parser, ClaimValues.pointer(index)).ifPresent(claims::add);
            }
            index++;
        }
    }

    private void policies() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            fields.wrongType("/policies", TEXTS.text("arrayWanted"));
            return;
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String pointer = "/policies/" + index++;
            String policy = fields.string(pointer);
            if (policy != null) {
                if (!knownPolicies.contains(policy)) {
                    faults.unknown(pointer, RequestFault.Code.UNKNOWN_POLICY, policy, knownPolicies);
                }
                policies.add(policy);
            }
        }
    }

    private void reference() throws IOException {
        String pointer = "/reference";
        String text = fields.string(pointer, LONGEST_REFERENCE);
        if (text == null) {
            return;
        }
        if (text.isEmpty()) {
            faults.add(pointer, RequestFault.Code.BAD_FORMAT, TEXTS.text("referenceEmpty"));
        }
        reference = text;
    }
}
