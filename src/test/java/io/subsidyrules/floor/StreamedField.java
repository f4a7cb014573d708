package io.subsidyrules.floor;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A field that conditions read, and how it is asked for. There is one object for each. */
final class StreamedField {

    static final StreamedField AS_OF = new StreamedField(-1, "asOf", new SerializedString("/asOf"), "", null);

    /** More fields than an applicant has. */
    static final int MOST_OF_APPLICANT = 16;

    private static final String OF_APPLICANT = "/applicant/";
    private static final Map<String, StreamedField> FIELDS = new ConcurrentHashMap<>();
    private static final Map<String, StreamedField> APPLICANTS = new ConcurrentHashMap<>();

    /** Its place among the fields of the applicant; -1 for those of claims. */
    final int number;

    final String name;

    /** Of a field of the applicant or the request. */
    final @Nullable SerializedString pointer;

    final SerializedString title;

    /** The values to choose from; null where any value of its type will do. */
    final @Nullable List<?> allowed;

    private StreamedField(
            int number, String name, @Nullable SerializedString pointer, String title, @Nullable List<?> allowed) {
        this.number = number;
        this.name = name;
        this.pointer = pointer;
        this.title = new SerializedString(title);
        this.allowed = allowed;
    }

    static synchronized StreamedField ofApplicant(String name) {
        StreamedField known = APPLICANTS.get(name);
        if (known == null) {
            PlainField field = PlainField.at(OF_APPLICANT + name, "");
            SerializedString pointer = new SerializedString(OF_APPLICANT + name);
            known = new StreamedField(APPLICANTS.size(), name, pointer, field.title(), field.allowed());
            APPLICANTS.put(name, known);
        }
        return known;
    }

    static StreamedField ofClaim(String type, String name) {
        return FIELDS.computeIfAbsent(type + "." + name, first -> {
            PlainField field = PlainField.at("/claims/0/" + name, type);
            return new StreamedField(-1, name, null, field.title(), field.allowed());
        });
    }

    boolean isOfApplicant() {
        return number >= 0;
    }
}
