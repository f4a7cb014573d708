package io.subsidyrules.codes;

import java.util.Locale;
import java.util.UUID;

/** Credit codes of enterprises in Shijiazhuang that there are not. */
public final class ApplicantCodes {

    public static final String ONE = "91130100MA0ABCDE10";
    public static final String OTHER = "91130100MA0ABCDF0X";

    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private ApplicantCodes() {}

    /** That of an applicant of one test alone. */
    public static String fresh() {
        String own = UUID.randomUUID().toString().replace("-", "").substring(0, 9);
        return checked("91130100" + own.toUpperCase(Locale.ROOT));
    }

    /** The code that begins with these 17 characters: of all last ones exactly one is right. */
    public static String checked(String beginning) {
        return ALPHABET.chars()
                .mapToObj(last -> beginning + (char) last)
                .filter(CreditCodes::isChecked)
                .findFirst()
                .orElseThrow();
    }
}
