package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.Project;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of a request are for the project of an earlier one, and which for a project that looks like that of an
 * earlier one. Of claims with known keys the first one counts.
 *
 * <p>Projects that are the same look the same. So looks are compared first, and only where two are equal, which is
 * rare, the canonical forms; and of looks first the hash codes.
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
        Map<LookHash, OfHash> byHash = new HashMap<>();
        for (int i = 0; i < repeated.length; i++) {
            Claim claim = claims.get(i);
            LookHash hash = LookHash.of(claim.fact());
            if (hash != null) {
                OfHash before = byHash.get(hash);
                if (before == null) {
                    byHash.put(hash, new OfHash(claim));
                } else {
                    compare(claim, i, before.like(claim));
                }
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

    /** A hash code of the looks of all keys of a claim. */
    private record LookHash(FactType type, int hash) {

        /** Null where a key is unknown, or there is none: such a claim is compared with no other. */
        static @Nullable LookHash of(Fact claim) {
            List<Field> keys = claim.type().keys();
            int hash = 0;
            for (int i = 0; i < keys.size(); i++) {
                Object value = claim.value(keys.get(i));
                if (value == null) {
                    return null;
                }
                hash = 31 * hash + Values.lookHash(value);
            }
            return keys.isEmpty() ? null : new LookHash(claim.type(), hash);
        }
    }

    /** The claims of one hash code, by the looks of their keys, which are not found before there is a second claim. */
    private static final class OfHash {

        private Map<List<Object>, List<Claim>> byLook = Map.of();
        private @Nullable Claim only;

        OfHash(Claim first) {
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
            List<Object> look = new ArrayList<>();
            for (Field key : claim.fact().type().keys()) {
                look.add(Objects.requireNonNull(claim.fact().look(key)));
            }
            return byLook.computeIfAbsent(look, first -> new ArrayList<>(1));
        }
    }
}
