package io.subsidyrules.floor;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A claim with the fields of its type. A field that is null is unknown. */
abstract class StreamedClaim {

    final StreamedType type;

    /** The caller's id, unique in the request. */
    String id = "";

    /** The first of the fields that tell projects apart. */
    @Nullable
    String key;

    /** The hash code of its look. */
    int keyHash;

    /** The second of them; 0 where it is unknown or the type has only one. */
    int year;

    StreamedClaim(StreamedType type) {
        this.type = type;
    }

    /** Reads a member that is neither the type nor the id. */
    final void read(String name, StreamedMembers in) throws IOException {
        if (name.equals(type.keyField)) {
            key = in.key();
        } else {
            readField(name, in);
        }
    }

    abstract void readField(String name, StreamedMembers in) throws IOException;

    /** Puts the items on this claim to the judge, in the order of the policy. */
    abstract void judge(StreamedJudge judge);

    /** Whether all is known that tells its project from others. */
    boolean isKnownProject() {
        return key != null;
    }
}
