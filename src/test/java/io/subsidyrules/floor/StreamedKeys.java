package io.subsidyrules.floor;

import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.LookAlikeForm;
import io.subsidyrules.writing.LookAlikeHash;
import io.subsidyrules.writing.Saying;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds claims for one project among those of one request. One with a hash code of its own needs no search. */
final class StreamedKeys {

    private final Map<Key, StreamedClaim> claimed = new HashMap<>();
    private final Map<Key, StreamedClaim> looking = new HashMap<>();
    private final Set<Hash> several = new HashSet<>();

    private record Key(StreamedType type, String form, int year) {}

    private record Hash(StreamedType type, int hash, int year) {}

    StreamedKeys(List<StreamedClaim> claims) {
        Set<Hash> hashes = new HashSet<>();
        for (StreamedClaim claim : claims) {
            claim.keyHash = claim.key == null ? 0 : LookAlikeHash.of(claim.key);
            Hash hash = new Hash(claim.type, claim.keyHash, claim.year);
            if (!hashes.add(hash)) {
                several.add(hash);
            }
        }
    }

    /** The earlier claim for the same project. */
    @Nullable
    StreamedClaim repeated(StreamedClaim claim) {
        String key = searchedKey(claim);
        return key == null ? null : claimed.putIfAbsent(new Key(claim.type, CanonicalForm.of(key), claim.year), claim);
    }

    /** The earlier claim for a project that looks like the same. */
    @Nullable
    StreamedClaim alike(StreamedClaim claim) {
        String key = searchedKey(claim);
        return key == null
                ? null
                : looking.putIfAbsent(new Key(claim.type, LookAlikeForm.of(CanonicalForm.of(key)), claim.year), claim);
    }

    private @Nullable String searchedKey(StreamedClaim claim) {
        return claim.isKnownProject()
                        && !several.isEmpty()
                        && several.contains(new Hash(claim.type, claim.keyHash, claim.year))
                ? claim.key
                : null;
    }

    /** Whether a key has no meaning. One with a letter and a digit of ASCII has, which most keys show soon. */
    static boolean sayNothing(String key) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < key.length(); i++) {
            char one = key.charAt(i);
            digit |= one >= '0' && one <= '9';
            letter |= (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
            if (letter && digit) {
                return false;
            }
        }
        return Saying.nothing(key);
    }
}
