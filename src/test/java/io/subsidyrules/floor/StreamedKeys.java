package io.subsidyrules.floor;

import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.LookAlikeForm;
import io.subsidyrules.writing.Saying;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds claims for one project among those of one request. The only one of its type needs no search. */
final class StreamedKeys {

    private final Map<Key, StreamedClaim> claimed = new HashMap<>();
    private final Map<Key, StreamedClaim> looking = new HashMap<>();
    private final Set<StreamedType> several = EnumSet.noneOf(StreamedType.class);

    private record Key(StreamedType type, String form, int year) {}

    StreamedKeys(List<StreamedClaim> claims) {
        Set<StreamedType> types = EnumSet.noneOf(StreamedType.class);
        for (StreamedClaim claim : claims) {
            if (!types.add(claim.type)) {
                several.add(claim.type);
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
        return several.contains(claim.type) && claim.isKnownProject() ? claim.key : null;
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
