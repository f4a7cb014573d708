package io.subsidyrules.codes;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Division codes, by GB/T 2260 and the lists that were published by it: those that exist, and those that did. */
public final class DivisionCodes implements CodeCheck {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DivisionCodes.class);

    /** The standard's name. */
    public static final String STANDARD = "GB/T 2260";

    private static final int NEAR = 3;
    private static final String OF_PROVINCE = "0000";
    private static final String OF_CITY = "00";

    /** The third and fourth digit of divisions that belong to no city. */
    private static final String OF_NO_CITY = "90";

    private final Map<String, Division> byCode;
    private final List<String> codes;

    public DivisionCodes(Collection<Division> divisions) {
        byCode = divisions.stream()
                .collect(Collectors.toUnmodifiableMap(Division::code, division -> division, (one, two) -> one));
        codes = byCode.keySet().stream().sorted().toList();
    }

    @Override
    public String standard() {
        return STANDARD;
    }

    @Override
    public boolean accepts(String code) {
        return byCode.containsKey(code);
    }

    @Override
    public Optional<Refusal> refusal(String code, Text title) {
        if (accepts(code)) {
            return Optional.empty();
        }
        List<Division> near = near(code);
        return Optional.of(new Refusal(
                Kind.UNKNOWN,
                near.isEmpty()
                        ? TEXTS.text("noSuchDivision", code)
                        : TEXTS.text("noSuchDivisionButNear", code, listed(near)),
                near.stream().map(Division::code).findFirst()));
    }

    private static Text listed(List<Division> near) {
        List<String> named = near.stream()
                .map(division -> "%s (%s)".formatted(division.code(), division.name()))
                .toList();
        return new Text(String.join(", ", named), String.join("、", named));
    }

    /**
     * The codes with one digit more, less or otherwise, or two swapped, existing ones first; else the divisions that it
     * would lie in.
     */
    private List<Division> near(String code) {
        List<Division> near = byCode.values().stream()
                .filter(division -> isNear(division.code(), code))
                .sorted(Comparator.comparing(
                                (Division division) -> division.until().isPresent())
                        .thenComparing(Division::code))
                .limit(NEAR)
                .toList();
        return near.isEmpty() ? within(code) : near;
    }

    private List<Division> within(String code) {
        return List.of(4, 2).stream()
                .filter(length -> code.length() >= length)
                .map(length -> code.substring(0, length) + OF_PROVINCE.substring(length - 2))
                .flatMap(wider -> Optional.ofNullable(byCode.get(wider)).stream())
                .toList();
    }

    private static boolean isNear(String one, String other) {
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - start - end;
        int right = other.length() - start - end;
        boolean swapped = left == 2
                && right == 2
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
        return Math.max(left, right) <= 1 || swapped;
    }

    /** All codes, in their order. */
    public List<String> codes() {
        return codes;
    }

    /** The name of the division that has a code, in Chinese; empty if there is none. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Division::name);
    }

    /** The code of the city that a division counts to; empty if it is of none, or not known. */
    public Optional<String> city(String code) {
        Division division = byCode.get(code);
        if (division == null || code.endsWith(OF_PROVINCE)) {
            return Optional.empty();
        }
        return division.city().or(() -> Optional.of(code.substring(0, 4) + OF_CITY)
                .filter(city -> byCode.containsKey(city) && !city.startsWith(OF_NO_CITY, 2)));
    }

    /** The cities that divisions count to, by the divisions' codes. */
    public Map<String, String> cities() {
        Map<String, String> cities = new TreeMap<>();
        byCode.keySet().forEach(code -> city(code).ifPresent(city -> cities.put(code, city)));
        return cities;
    }
}
