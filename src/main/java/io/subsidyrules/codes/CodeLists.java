package io.subsidyrules.codes;

import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The lists of codes that a rules folder holds: {@code divisions.csv} and {@code credit-codes.csv} of the vocabulary. A
 * folder without a list of divisions has no check of them.
 */
public final class CodeLists {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CodeLists.class);

    /** The division codes that exist or did. */
    public static final String DIVISIONS = "divisions.csv";

    /** Credit codes that people have let in. */
    public static final String CREDIT_CODES = "credit-codes.csv";

    /** The names of all lists. */
    public static final List<String> NAMES = List.of(DIVISIONS, CREDIT_CODES);

    private static final List<String> DIVISION_COLUMNS = List.of("code", "name", "from", "to", "city");
    private static final List<String> CREDIT_CODE_COLUMNS = List.of("code", "date", "reason");

    /** Each of the thousands of rows is tried for these. */
    private static final Predicate<String> CODE = Pattern.compile("[0-9]{6}").asMatchPredicate();

    private static final Predicate<String> YEAR =
            Pattern.compile("(19|20)[0-9]{2}").asMatchPredicate();
    private static final Text NOT_SIX_DIGITS = TEXTS.text("notSixDigits");
    private static final Text NOT_NAME = TEXTS.text("notName");
    private static final Text NOT_YEAR = TEXTS.text("notYear");

    private final Faults faults;
    private final List<Division> divisions = new ArrayList<>();
    private final Set<String> letIn = new TreeSet<>();

    public CodeLists(Faults faults) {
        this.faults = faults;
    }

    /** Whether a file of that name is a list of codes. */
    public static boolean isList(String name) {
        return NAMES.contains(name);
    }

    /** The list that a file is meant to be whose name is nearly that of one; empty for any other name. */
    public static Optional<String> meant(String name) {
        return Spelling.nearest(name.toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-"), NAMES);
    }

    /** Reads one of the lists. */
    public void read(String path, String text) {
        boolean ofDivisions = path.endsWith(DIVISIONS);
        ListFile file = new ListFile(path, ofDivisions ? DIVISION_COLUMNS : CREDIT_CODE_COLUMNS, faults);
        Set<String> codes = new HashSet<>();
        for (ListFile.Row row : file.rows(text)) {
            if (!codes.add(row.value(0))) {
                row.fault(0, TEXTS.text("twice"));
            } else if (ofDivisions) {
                division(row);
            } else {
                creditCode(row);
            }
        }
    }

    private void division(ListFile.Row row) {
        row.must(0, CODE, NOT_SIX_DIGITS);
        row.must(1, value -> !value.isBlank(), NOT_NAME);
        row.must(2, YEAR, NOT_YEAR);
        row.must(3, YEAR.or(String::isEmpty), NOT_YEAR);
        row.must(4, CODE.or(String::isEmpty), NOT_SIX_DIGITS);
        if (row.isRight()) {
            divisions.add(new Division(
                    row.value(0),
                    row.value(1),
                    Integer.parseInt(row.value(2)),
                    Optional.of(row.value(3)).filter(until -> !until.isEmpty()).map(Integer::valueOf),
                    Optional.of(row.value(4)).filter(city -> !city.isEmpty())));
        }
    }

    private void creditCode(ListFile.Row row) {
        row.must(0, value -> value.matches("[0-9A-HJ-NPQRTUWXY]{18}"), TEXTS.text("notCreditCode"));
        row.must(1, CodeLists::isDate, TEXTS.text("notDate"));
        row.must(2, value -> !value.isBlank(), TEXTS.text("notReason"));
        if (row.isRight()) {
            letIn.add(row.value(0));
        }
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() >= 1900;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    /** The checks by the standards' names; of divisions, none if there is no list. */
    public Optional<CodeCheck> check(String standard) {
        if (standard.equals(CreditCodes.STANDARD)) {
            return Optional.of(new CreditCodes(letIn));
        }
        return Optional.of(divisions).filter(listed -> !listed.isEmpty()).map(DivisionCodes::new);
    }

    /** The names that {@code @check} can have. */
    public static List<String> standards() {
        return List.of(CreditCodes.STANDARD, DivisionCodes.STANDARD);
    }
}
