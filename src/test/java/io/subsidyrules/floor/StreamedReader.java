package io.subsidyrules.floor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.writing.Unseen;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a request as the parser meets its members, and refuses what the contract refuses. */
final class StreamedReader {

    private static final int MOST_CLAIMS = 1000;
    private static final String POLICY = "hebei-quality-2022";

    private final JsonParser parser;
    private final PlainFaults faults = new PlainFaults();
    private final StreamedMembers root;
    private final StreamedMembers members;
    private final StreamedApplicant applicant = new StreamedApplicant();
    private final List<StreamedClaim> claims = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<StreamedMembers.Member> aside = new ArrayList<>(0);
    private LocalDate asOf;
    private boolean applied;

    StreamedReader(JsonParser parser, LocalDate today) {
        this.parser = parser;
        this.root = new StreamedMembers(parser, faults);
        this.members = new StreamedMembers(parser, faults);
        this.asOf = today;
    }

    LocalDate asOf() {
        return asOf;
    }

    StreamedApplicant applicant() {
        return applicant;
    }

    List<StreamedClaim> claims() {
        return claims;
    }

    void read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("The body must be a JSON object.");
        }
        root.enter("");
        for (String name = root.next(); name != null; name = root.next()) {
            switch (name) {
                case "asOf" -> readAsOf();
                case "applicant" -> readApplicant();
                case "claims" -> readClaims();
                case "policies" -> readPolicies();
                default -> root.refuse();
            }
        }
        if (parser.nextToken() != null) {
            throw new IOException("The body must be one JSON object.");
        }
        if (!applied) {
            root.fault("applicant", "REQUIRED");
        }
        faults.throwIfAny();
    }

    private void readAsOf() throws IOException {
        LocalDate date = root.date();
        if (date != null) {
            asOf = date;
        }
    }

    private void readApplicant() throws IOException {
        applied = !root.isNull();
        if (!root.begins(JsonToken.START_OBJECT)) {
            return;
        }
        members.enter("/applicant");
        for (String name = members.next(); name != null; name = members.next()) {
            applicant.read(name, members);
        }
        applicant.end(members);
    }

    private void readPolicies() throws IOException {
        if (!root.begins(JsonToken.START_ARRAY)) {
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            String fault = policyFault();
            if (fault != null) {
                faults.add("/policies/" + i, fault);
            }
            parser.skipChildren();
        }
    }

    private @Nullable String policyFault() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return "WRONG_TYPE";
        }
        String text = parser.getText();
        if (text.equals(POLICY)) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > StreamedMembers.LONGEST_STRING) {
            return "TOO_LONG";
        }
        return Unseen.first(text).isPresent() ? "BAD_FORMAT" : "UNKNOWN_POLICY";
    }

    private void readClaims() throws IOException {
        if (!root.begins(JsonToken.START_ARRAY)) {
            return;
        }
        int number = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (number == MOST_CLAIMS) {
                root.fault("claims", "TOO_MANY");
            }
            if (number < MOST_CLAIMS && token == JsonToken.START_OBJECT) {
                members.enter("/claims", number);
                readClaim();
            } else {
                if (number < MOST_CLAIMS) {
                    faults.add("/claims/" + number, "WRONG_TYPE");
                }
                parser.skipChildren();
            }
            number++;
        }
    }

    /** Members before the type are set aside until it is known. */
    private void readClaim() throws IOException {
        String id = null;
        boolean identified = false;
        boolean typed = false;
        StreamedClaim claim = null;
        for (String name = members.next(); name != null; name = members.next()) {
            if (name.equals("type")) {
                typed = !members.isNull();
                claim = claim();
            } else if (name.equals("id")) {
                identified = !members.isNull();
                id = id();
            } else if (claim != null) {
                claim.read(name, members);
            } else {
                aside.add(members.setAside());
            }
        }
        if (!identified) {
            members.fault("id", "REQUIRED");
        }
        if (!typed) {
            members.fault("type", "REQUIRED");
        }
        aside.clear();
        if (claim != null && id != null) {
            claim.id = id;
            claims.add(claim);
        }
    }

    private @Nullable String id() throws IOException {
        String id = members.string();
        if (id != null && id.isEmpty()) {
            members.fault("BAD_FORMAT");
        } else if (id != null && !ids.add(id)) {
            members.fault("DUPLICATE_ID");
        }
        return id;
    }

    private @Nullable StreamedClaim claim() throws IOException {
        String name = members.string();
        StreamedType type = name == null ? null : StreamedType.BY_NAME.get(name);
        if (type == null) {
            if (name != null) {
                members.fault("UNKNOWN_TYPE");
            }
            return null;
        }
        StreamedClaim claim = type.claim();
        for (StreamedMembers.Member member : aside) {
            members.again(member);
            claim.read(member.name(), members);
        }
        return claim;
    }
}
