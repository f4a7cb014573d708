package io.subsidyrules.engine.request.direct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reading of one request from its bytes. */
final class DirectParser {

    private static final QuotedNames MEMBERS =
            new QuotedNames(List.of("asOf", "applicant", "claims", "policies", "reference"));

    private static final byte[] TYPE = QuotedNames.quoted(FactForm.TYPE);

    private static final int LONGEST_REFERENCE = 100;

    private final RequestForm form;
    private final JsonBytes json;
    private final boolean recorded;
    private final FactParser facts;

    private @Nullable LocalDate asOf;
    private @Nullable FactValues applicant;
    private final List<ClaimValues> claims = new ArrayList<>();
    private Set<String> policies = Set.of();
    private @Nullable String reference;

    /** @param recorded whether the request can have a reference */
    DirectParser(RequestForm form, JsonBytes json, boolean recorded) {
        this.form = form;
        this.json = json;
        this.recorded = recorded;
        this.facts = new FactParser(json);
    }

    /** The values of the request; empty if it gives up. */
    Optional<RequestValues> request() {
        json.expect('{');
        int seen = 0;
        int place = 0;
        do {
            place = MEMBERS.next(json, place);
            json.expect(':');
            if (json.hasGivenUp() || (seen & 1 << place) != 0) {
                return Optional.empty();
            }
            seen |= 1 << place;
            if (!json.acceptNull()) {
                member(place);
            }
            place++;
        } while (json.accept(','));
        json.expect('}');
        json.expectEnd();
        return json.hasGivenUp() || applicant == null
                ? Optional.empty()
                : Optional.of(new RequestValues(
                        Optional.ofNullable(asOf), applicant, claims, policies, Optional.ofNullable(reference)));
    }

    private void member(int place) {
        switch (place) {
            case 0 -> asOf = json.date();
            case 1 -> applicant = facts.fact(form.applicant(), "/applicant");
            case 2 -> claims();
            case 3 -> policies();
            default -> reference();
        }
    }

    private void claims() {
        json.expect('[');
        if (!json.accept(']')) {
            do {
                claim();
            } while (claims.size() < ClaimValues.MOST && json.accept(','));
            json.expect(']');
        }
        json.giveUpIf(!haveDifferentIds());
    }

    private void claim() {
        int type = type();
        if (type >= 0) {
            claims.add(facts.claim(form.claims().get(type), ClaimValues.pointer(claims.size())));
        }
    }

    /** The type of the claim that is next, wherever in it that is; negative where it gives up. */
    private int type() {
        int start = json.position();
        json.expect('{');
        while (!json.accept(TYPE)) {
            json.skipString();
            json.expect(':');
            json.skipValue();
            json.expect(',');
            if (json.hasGivenUp()) {
                return -1;
            }
        }
        json.expect(':');
        int type = form.claimNames().next(json);
        json.back(start);
        return type;
    }

    /** Whether no two claims have one id. Those of most callers are counted on, and so ordered. */
    private boolean haveDifferentIds() {
        boolean ordered = true;
        for (int i = 1; i < claims.size() && ordered; i++) {
            ordered = isBefore(claims.get(i - 1).id(), claims.get(i).id());
        }
        if (ordered) {
            return true;
        }
        Set<String> ids = new HashSet<>();
        for (ClaimValues claim : claims) {
            ids.add(claim.id());
        }
        return ids.size() == claims.size();
    }

    /** An order of ids: the shorter first, so that c9 is before c10. */
    private static boolean isBefore(String one, String other) {
        return one.length() < other.length() || (one.length() == other.length() && one.compareTo(other) < 0);
    }

    private void policies() {
        policies = new TreeSet<>();
        json.expect('[');
        if (!json.accept(']')) {
            do {
                int policy = form.policyNames().next(json);
                if (policy >= 0) {
                    policies.add(form.policies().get(policy));
                }
            } while (json.accept(','));
            json.expect(']');
        }
    }

    private void reference() {
        reference = FieldForm.name(json, LONGEST_REFERENCE);
        json.giveUpIf(!recorded);
    }
}
