package io.subsidyrules.ledger;

import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.ledger.result.ResultText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The kinds of entries, each with the members that it has. */
public enum EntryKind {
    /** The key that signs checkpoints from here on. */
    KEY(
            Map.of("keyId", Shape.TEXT, "publicKey", Shape.PUBLIC_KEY),
            Map.of("previousKeyId", Shape.TEXT, "signature", Shape.TEXT)) {
        @Override
        Optional<String> fault(Map<String, ?> members) {
            return super.fault(members).or(() -> KeyRecord.fault(members));
        }
    },
    /** The ruleset that decides from here on. */
    RULESET(Map.of("ruleset", Shape.TEXT), Map.of()),
    /** A decision, with the texts of its request and its result. */
    DECISION(
            Map.of(
                    "id", Shape.TEXT,
                    "caller", Shape.TEXT,
                    "language", Shape.TEXT,
                    "ruleset", Shape.TEXT,
                    "service", Shape.TEXT,
                    "request", Shape.TEXT,
                    "earlierAwards", Shape.EARLIER_AWARDS,
                    "projects", Shape.PROJECTS),
            Map.ofEntries(
                    Map.entry("reference", Shape.TEXT),
                    Map.entry("idempotencyKey", Shape.TEXT),
                    Map.entry("projectForm", Shape.NUMBER),
                    Map.entry("result", Shape.TEXT),
                    Map.entry("compressedResult", Shape.TEXT),
                    Map.entry("asOf", Shape.TEXT),
                    Map.entry("currency", Shape.CURRENCY),
                    Map.entry("total", Shape.YUAN),
                    Map.entry("atStake", Shape.YUAN),
                    Map.entry("totals", Shape.TOTALS),
                    Map.entry("awards", Shape.AWARDS),
                    Map.entry(CountedText.MEMBER, Shape.TEXT))) {
        @Override
        Optional<String> fault(Map<String, ?> members) {
            return super.fault(members).or(() -> ResultText.fault(members));
        }
    },
    /** The revocation of a decision, or of some of its claims. */
    REVOCATION(
            Map.of("id", Shape.TEXT, "decision", Shape.TEXT, "reason", Shape.TEXT, "caller", Shape.TEXT),
            Map.of("claims", Shape.CLAIMS));

    private final Map<String, Shape> required;
    private final Map<String, Shape> optional;

    EntryKind(Map<String, Shape> required, Map<String, Shape> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** The first member, by name, that lacks, does not belong here or has not its form; empty if all is well. */
    Optional<String> fault(Map<String, ?> members) {
        Map<String, Shape> shapes = new TreeMap<>(required);
        shapes.putAll(optional);
        TreeSet<String> names = new TreeSet<>(required.keySet());
        names.addAll(members.keySet());
        for (String name : names) {
            Object value = members.get(name);
            Shape shape = shapes.get(name);
            if (shape == null || value == null || !shape.fits(value)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    static Optional<EntryKind> of(Object name) {
        for (EntryKind kind : values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
