package io.subsidyrules.meaning.space;

import java.util.List;

/** Examples of lists of members. */
final class MemberClasses {

    MemberClasses(Material material, Variable.OfField list, Situation situation) {}

    List<ValueClass> all() {
        return List.of();
    }
}
