package io.subsidyrules.effect;

import io.subsidyrules.codes.DivisionCodes;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.request.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The city that an applicant counts to.
 *
 * @param code by GB/T 2260, of six digits; that of the division itself where it is of no city; empty if it is not known
 * @param name in Chinese, where the rules have a list of the divisions
 */
public record City(Optional<String> code, Optional<String> name) {

    /** The city of applicants whose division is not known, or in no list. */
    public static final City UNKNOWN = new City(Optional.empty(), Optional.empty());

    private static final String FIELD = "divisionCode";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final int OF_CITY = 4;

    /** The city of a request's applicant: by the field that is checked against a list of divisions, or has its name. */
    static City of(Request request) {
        FactType applicant = request.applicant().type();
        Optional<Field> listed = applicant.fields().stream()
                .filter(field -> field.check().orElse(null) instanceof DivisionCodes)
                .findFirst();
        Optional<String> code = request.applicantText(listed.map(Field::name).orElse(FIELD));
        if (listed.isPresent()) {
            DivisionCodes divisions = (DivisionCodes) listed.get().check().orElseThrow();
            return code.flatMap(known -> of(known, divisions)).orElse(UNKNOWN);
        }
        return code.filter(written -> CODE.matcher(written).matches())
                .map(written -> new City(Optional.of(written.substring(0, OF_CITY) + "00"), Optional.empty()))
                .orElse(UNKNOWN);
    }

    private static Optional<City> of(String code, DivisionCodes divisions) {
        String city = divisions.city(code).orElse(code);
        return divisions.name(city).map(name -> new City(Optional.of(city), Optional.of(name)));
    }
}
