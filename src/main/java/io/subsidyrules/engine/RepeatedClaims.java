package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.Project;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of a request are for the project of an earlier one, and which for a project that looks like that of an
 * earlier one. Of claims with known keys the first one counts.
 *
 * <p>Projects that are the same look the same. So looks are compared first, and only where two are equal, which is
 * rare, the canonical forms; a claim that is the only one of its type is compared with none.
 */
final class RepeatedClaims {

    private final @Nullable Claim[] repeated;
    private final @Nullable Claim[] resembled;

    private RepeatedClaims(int claims) {
        this.repeated = new Claim[claims];
        this.resembled = new Claim[claims];
    }

    static RepeatedClaims of(Request request) {
        List<Claim> claims = request.claims();
        RepeatedClaims repeats = new RepeatedClaims(claims.size());
        if (request.comparesAsSent()) {
            repeats.compareAsSent(claims);
        } else if (claims.size() > 1) {
            repeats.compare(claims);
        }
        return repeats;
    }

    /** The claim whose project the claim at that index is for as well. */
    Optional<Claim> repeatedBy(int index) {
        return Optional.ofNullable(repeated[index]);
    }

    /** Whether the claim at that index is for the project of an earlier one. */
    boolean isRepeat(int index) {
        return repeated[index] != null;
    }

    /** The claim whose project looks like that of the claim at that index, which is not a repeat. */
    Optional<Claim> resembledBy(int index) {
        return Optional.ofNullable(resembled[index]);
    }

    private void compareAsSent(List<Claim> claims) {
        Map<Project, Claim> first = new HashMap<>();
        for (int i = 0; i < repeated.length; i++) {
            Claim claim = claims.get(i);
            repeated[i] = Project.withinRequest(claim.fact())
                    .map(project -> first.putIfAbsent(project, claim))
                    .orElse(null);
        }
    }

    private void compare(List<Claim> claims) {
        Map<FactType, OfType> byType = new HashMap<>();
        for (int i = 0; i < repeated.length; i++) {
            Claim claim = claims.get(i);
            FactType type = claim.fact().type();
            OfType before = byType.get(type);
            if (before == null) {
                byType.put(type, new OfType(claim));
            } else {
                compare(claim, i, before.like(claim));
            }
        }
    }

    /** @param alike the claims for projects that look like that of the claim, which is added unless it repeats one */
    private void compare(Claim claim, int index, List<Claim> alike) {
        for (Claim earlier : alike) {
            if (isSame(claim.fact(), earlier.fact())) {
                repeated[index] = earlier;
                return;
            }
        }
        if (!alike.isEmpty()) {
            resembled[index] = alike.get(0);
        }
        alike.add(claim);
    }

    private static boolean isSame(Fact one, Fact other) {
        for (Field key : one.type().keys()) {
            Object value = one.value(key);
            Object otherValue = other.value(key);
            if (value == null || otherValue == null || !Values.canonical(value).equals(Values.canonical(otherValue))) {
                return false;
            }
        }
        return true;
    }

    /** The claims of one type, by the looks of their keys. Of the first one they are not asked for without a second. */
    private static final class OfType {

        private Map<List<Object>, List<Claim>> byLook = Map.of();
        private @Nullable Claim only;

        OfType(Claim first) {
            this.only = first;
        }

        /** The earlier claims that look like this one, of which none repeats another; an empty list if none does. */
        List<Claim> like(Claim claim) {
            if (only != null) {
                byLook = new HashMap<>();
                listed(only).add(only);
                only = null;
            }
            return listed(claim);
        }

        private List<Claim> listed(Claim claim) {
            List<Field> keys = claim.fact().type().keys();
            @Nullable Object[] look = new Object[keys.size()];
            for (int i = 0; i < look.length; i++) {
                look[i] = claim.fact().look(keys.get(i));
            }
            return look.length == 0 || Arrays.asList(look).contains(null)
                    ? new ArrayList<>(1)
                    : byLook.computeIfAbsent(List.of(look), first -> new ArrayList<>(1));
        }
    }
}
