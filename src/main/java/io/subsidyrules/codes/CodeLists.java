package io.subsidyrules.codes;

import io.subsidyrules.fault.Faults;
import io.subsidyrules.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The lists of codes that a rules folder holds: {@code divisions.csv} and {@code credit-codes.csv} of the vocabulary. A folder
 * without a list of divisions has no check of them.
 */
public final class CodeLists {

    /** The division codes that exist or did. */
    public static final String DIVISIONS = "divisions.csv";

    /** Credit codes that people have let in. */
    public static final String CREDIT_CODES = "credit-codes.csv";

    /** The names of all lists. */
    public static final List<String> NAMES = List.of(DIVISIONS, CREDIT_CODES);

    private static final List<String> DIVISION_COLUMNS = List.of("code", "name", "from", "to", "city");
    private static final List<String> CREDIT_CODE_COLUMNS = List.of("code", "date", "reason");

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

    /** Reads one of the lists. */
    public void read(String path, String text) {
        boolean ofDivisions = path.endsWith(DIVISIONS);
        ListFile file = new ListFile(path, ofDivisions ? DIVISION_COLUMNS : CREDIT_CODE_COLUMNS, faults);
        Set<String> codes = new HashSet<>();
        for (ListFile.Row row : file.rows(text)) {
            if (!codes.add(row.value(0))) {
                row.fault(0, new Text("stands there twice", "重复出现"));
            } else if (ofDivisions) {
                division(row);
            } else {
                creditCode(row);
            }
        }
    }

    private void division(ListFile.Row row) {
        Predicate<String> code = value -> value.matches("[0-9]{6}");
        Predicate<String> year = value -> value.matches("(19|20)[0-9]{2}");
        row.must(0, code, new Text("is not a code of six digits", "不是六位数字的代码"));
        row.must(1, value -> !value.isBlank(), new Text("is not a name", "不是名称"));
        row.must(2, year, new Text("is not a year", "不是年份"));
        row.must(3, year.or(String::isEmpty), new Text("is not a year", "不是年份"));
        row.must(4, code.or(String::isEmpty), new Text("is not a code of six digits", "不是六位数字的代码"));
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
        row.must(
                0,
                value -> value.matches("[0-9A-HJ-NPQRTUWXY]{18}"),
                new Text(
                        "is not a code of 18 digits and capital letters without I, O, S, V and Z",
                        "不是18位数字或大写字母（不含 I、O、S、V、Z）的代码"));
        row.must(1, CodeLists::isDate, new Text("is not a date such as 2026-01-31", "不是 2026-01-31 这样的日期"));
        row.must(
                2,
                value -> !value.isBlank(),
                new Text("is not a reason: say who saw which certificate", "不是理由：请写明何人查验了何种证照"));
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

    /** The checks by the standards' names; of divisions there is none if there is no list. */
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
