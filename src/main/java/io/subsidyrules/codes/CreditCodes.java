package io.subsidyrules.codes;

import io.subsidyrules.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Unified social credit codes, by GB 32100-2015. The first character names the authority that registers, the second a kind
 * that this authority has, the third to the eighth are the division code of its place, and the last one checks all others. Of the
 * ninth to the seventeenth, the organisation's own code, the check character is not asked for: it was carried over from older
 * registers, and there are genuine ones where it is wrong. Nor is the division looked up, since authorities have codes of
 * their own. Codes that people have looked at and let in are taken as they are.
 */
public final class CreditCodes implements CodeCheck {

    /** The standard's name. */
    public static final String STANDARD = "GB 32100-2015";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    /** The kinds that each authority has: as the standard's list says, with what civil affairs and the police were given since. */
    private static final Map<Character, String> KINDS = Map.ofEntries(
            Map.entry('1', "1239"),
            Map.entry('2', "19"),
            Map.entry('3', "123459"),
            Map.entry('4', "19"),
            Map.entry('5', "12349"),
            Map.entry('6', "129"),
            Map.entry('7', "129"),
            Map.entry('8', "19"),
            Map.entry('9', "1239"),
            Map.entry('A', "19"),
            Map.entry('G', "19"),
            Map.entry('N', "1239"),
            Map.entry('Y', "19"));

    private final Set<String> letIn;

    /** @param letIn codes that people have looked at, and that are genuine whatever is wrong with them */
    public CreditCodes(Set<String> letIn) {
        this.letIn = Set.copyOf(letIn);
    }

    @Override
    public String standard() {
        return STANDARD;
    }

    @Override
    public Optional<Refusal> refusal(String code, Text title) {
        if (letIn.contains(code)) {
            return Optional.empty();
        }
        Optional<Refusal> form = form(code, title);
        if (form.isPresent() || isChecked(code)) {
            return form;
        }
        return Optional.of(Refusal.of(
                Kind.CHECK_CHARACTER,
                "The last character of the %s does not check the others. Look for a mistyped character. Where the certificate has it so, whoever keeps the rules can let it in."
                        .formatted(title.en()),
                "%s的末位校验码不符，请检查是否有误输的字符；如证照上确实如此，可由规则维护人员列入放行名单。".formatted(title.zh())));
    }

    private static Optional<Refusal> form(String code, Text title) {
        if (code.length() != LENGTH || !code.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0)) {
            return Optional.of(Refusal.of(
                    Kind.FORM,
                    "The %s must have 18 digits and capital letters without I, O, S, V and Z.".formatted(title.en()),
                    "%s应为18位数字或大写字母（不含 I、O、S、V、Z）。".formatted(title.zh())));
        }
        String kinds = KINDS.getOrDefault(code.charAt(0), "");
        if (kinds.indexOf(code.charAt(1)) < 0) {
            return Optional.of(Refusal.of(
                    Kind.FORM,
                    "The %s begins with %s, by which no authority registers: 91 is an enterprise, 12 an institution, 51 a social organisation. Look for a mistyped character. Where the certificate has it so, whoever keeps the rules can let it in."
                            .formatted(title.en(), code.substring(0, 2)),
                    "%s以 %s 开头，没有登记管理部门使用这一代码（如 91 为企业，12 为事业单位，51 为社会团体），请检查是否有误输的字符；如证照上确实如此，可由规则维护人员列入放行名单。"
                            .formatted(title.zh(), code.substring(0, 2))));
        }
        if (!code.substring(2, 8).chars().allMatch(one -> one >= '0' && one <= '9')) {
            return Optional.of(Refusal.of(
                    Kind.FORM,
                    "The third to the eighth character of the %s must be digits, the division code of the authority."
                            .formatted(title.en()),
                    "%s的第3至8位应为登记管理机关行政区划码，只能是数字。".formatted(title.zh())));
        }
        return Optional.empty();
    }

    /**
     * Whether the 18th character checks the first 17: it is 31 less the sum, modulo 31, of each character's value in
     * the alphabet times three to the power of its position, and 0 if that is 31.
     */
    public static boolean isChecked(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return ALPHABET.charAt(check) == code.charAt(LENGTH - 1);
    }
}
