package io.subsidyrules.floor;

import com.fasterxml.jackson.core.io.SerializedString;

/** A condition of the policy on a field, with its texts encoded. */
record StreamedCheck(StreamedField field, SerializedString source, SerializedString text) {

    /** A condition on claims of a type. */
    static StreamedCheck of(String type, PlainCondition condition) {
        return on(StreamedField.ofClaim(type, condition.field), condition);
    }

    static StreamedCheck ofApplicant(PlainCondition condition) {
        return on(StreamedField.ofApplicant(condition.field), condition);
    }

    static StreamedCheck on(StreamedField field, PlainCondition condition) {
        return new StreamedCheck(field, new SerializedString(condition.source), new SerializedString(condition.text));
    }
}
