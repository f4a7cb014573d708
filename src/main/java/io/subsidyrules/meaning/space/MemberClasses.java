package io.subsidyrules.meaning.space;

import java.util.List;

/** Examples of lists of members. */
final class MemberClasses {

    MemberClasses(Classes classes, Variable.OfField list, Situation situation) {}

    List<ValueClass> all() {
        return List.of();
    }
}
