package io.subsidyrules.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a YAML file, read strictly: what is not there, of another kind or unknown becomes a fault with its place.
 * After a fault a neutral value is returned, so that reading goes on and all faults are found; what was read must then
 * not be used. Not thread-safe.
 */
public final class YamlMap {

    private static final Text NO_TEXT = new Text("-", "-");
    private static final Text SOME = new Text("...", "……");
    private static final Text BOTH_LANGUAGES = new Text("{ en: \"...\", zh: \"...\" }", "{ en: \"……\", zh: \"……\" }");
    private static final Text A_NUMBER = new Text("1", "1");
    private static final Text A_DAY = new Text("2022-09-06", "2022-09-06");
    private static final Text CORRECT = new Text("Correct its value.", "请更正其值。");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9][0-9_]{0,20}(\\.[0-9]{1,10})?");

    private static final Pattern OTHER_DAY =
            Pattern.compile("([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?");
    private static final Text DIGITS = new Text(
            "Write digits without a unit and without commas, such as 5000000 or 5_000_000.",
            "请只写数字，不写单位和逗号，例如 5000000 或 5_000_000。");

    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final MappingNode node;
    private final Place place;
    private final Faults faults;
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> read = new TreeSet<>();
    private final Map<String, Text> missing = new TreeMap<>();

    YamlMap(String file, MappingNode node, Faults faults) {
        this.file = file;
        this.node = node;
        this.place = placeOf(file, node.getStartMark());
        this.faults = faults;
        for (NodeTuple member : node.getValue()) {
            String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            Place at = placeOf(file, member.getKeyNode().getStartMark());
            members.put(key, member.getValueNode());
            keys.put(key, at);
        }
    }

    /** The place at which this mapping begins. */
    public Place place() {
        return place;
    }

    /** The place at which the value of a member begins, or this mapping if there is no such member. */
    public Place placeOf(String key) {
        Node node = members.get(key);
        return node == null ? place : placeOf(file, node.getStartMark());
    }

    /** The place at which this mapping ends. */
    public Place end() {
        return placeOf(file, node.getEndMark());
    }

    /** The value that a JSON pointer names, from this mapping on; the nearest around it where there is none. */
    public YamlValue value(String pointer) {
        return YamlValue.of(file, node, pointer);
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    /** Whether a member that was not read looks like this one, misspelt, which {@link #finish} tells. */
    public boolean hasMisspelt(String key) {
        return members.keySet().stream()
                .filter(name -> !read.contains(name))
                .anyMatch(name -> Spelling.nearest(FullWidth.plain(name), read).equals(Optional.of(key)));
    }

    /** The names of the members, in the order of the file. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    public String string(String key) {
        return optionalString(key).orElseGet(() -> missing(key, "-", SOME));
    }

    public Optional<String> optionalString(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(isEmpty(scalar, key) ? "-" : scalar.getValue());
        }
        wrongKind(node, key, "one value", "单个值");
        return Optional.of("-");
    }

    /** A name or a pointer, which holds no full-width character. */
    public Optional<String> optionalWord(String key) {
        Optional<String> word = optionalString(key);
        if (members.get(key) instanceof ScalarNode scalar && isWide(file, scalar, faults)) {
            return Optional.of("-");
        }
        return word;
    }

    public String word(String key) {
        return optionalWord(key).orElseGet(() -> missing(key, "-", SOME));
    }

    /** A text with its members {@code en} and {@code zh}. */
    public Text text(String key) {
        return optionalText(key).orElseGet(() -> missing(key, NO_TEXT, BOTH_LANGUAGES));
    }

    public Optional<Text> optionalText(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            YamlMap map = new YamlMap(file, mapping, faults);
            Text text = new Text(map.language("en"), map.language("zh"));
            map.finish();
            return Optional.of(text);
        }
        boolean told = node instanceof ScalarNode scalar && isEmpty(scalar, key);
        if (!told) {
            oneLanguage(node, key);
        }
        return Optional.of(NO_TEXT);
    }

    /** A text without its language: what is written goes into the remedy. */
    private void oneLanguage(Node node, String key) {
        String written = node instanceof ScalarNode scalar ? quoted(scalar.getValue()) : "...";
        boolean chinese = written.codePoints().anyMatch(Character::isIdeographic);
        String form = chinese
                ? "%s: { en: \"...\", zh: \"%s\" }".formatted(key, written)
                : "%s: { en: \"%s\", zh: \"...\" }".formatted(key, written);
        wrongKind(
                node,
                key,
                new Text("a text in both languages", "中英文两种文字"),
                new Text("Write: %s.".formatted(form), "请写作：%s。".formatted(form)));
    }

    public int integer(String key) {
        return optionalInteger(key).orElseGet(() -> missing(key, 0, A_NUMBER));
    }

    public Optional<Integer> optionalInteger(String key) {
        return parsed(key, "a whole number", "整数", YamlMap::whole, 0, written -> DIGITS);
    }

    public BigDecimal decimal(String key) {
        return optionalDecimal(key).orElseGet(() -> missing(key, BigDecimal.ZERO, A_NUMBER));
    }

    public Optional<BigDecimal> optionalDecimal(String key) {
        return parsed(key, "a number", "数字", YamlMap::number, BigDecimal.ZERO, written -> DIGITS);
    }

    public LocalDate date(String key) {
        return optionalDate(key).orElseGet(() -> missing(key, LocalDate.EPOCH, A_DAY));
    }

    public Optional<LocalDate> optionalDate(String key) {
        return parsed(
                key,
                "a date such as 2022-09-06",
                "日期（如 2022-09-06）",
                YamlMap::day,
                LocalDate.EPOCH,
                written -> dayMeant(key, written));
    }

    public Optional<Boolean> optionalBoolean(String key) {
        return parsed(key, "true or false", "true 或 false", YamlMap::truth, false);
    }

    /** One of the names of an enum. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        E first = type.getEnumConstants()[0];
        return optionalConstant(key, type).orElseGet(() -> missing(key, first, new Text(first.name(), first.name())));
    }

    public <E extends Enum<E>> Optional<E> optionalConstant(String key, Class<E> type) {
        List<String> names =
                List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
        return parsed(
                key,
                "one of " + String.join(", ", names),
                "以下之一：" + String.join("、", names),
                name -> Enum.valueOf(type, name),
                type.getEnumConstants()[0],
                written -> Spelling.nearest(written.replace(' ', '_'), names)
                        .map(name ->
                                new Text("Write: %s: %s.".formatted(key, name), "请写作 %s: %s。".formatted(key, name)))
                        .orElse(CORRECT));
    }

    public Optional<YamlMap> optionalMap(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, faults));
        }
        if (!(node instanceof ScalarNode scalar) || !isEmpty(scalar, key)) {
            wrongKind(node, key, "a group of members", "一组成员");
        }
        return Optional.empty();
    }

    /** A list of mappings; empty where there is none. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping, faults));
            } else {
                wrongKind(node, key, "a list of groups of members", "成员组的列表");
            }
        }
        return maps;
    }

    /** A list of single values; empty where there is none. */
    public List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof ScalarNode scalar) {
                strings.add(isEmpty(scalar, key) ? "-" : scalar.getValue());
            } else {
                wrongKind(node, key, "a list of values", "值的列表");
            }
        }
        return strings;
    }

    /** A list of names or pointers, which hold no full-width character. */
    public List<String> words(String key) {
        List<String> words = strings(key);
        if (members.get(key) instanceof SequenceNode sequence) {
            sequence.getValue().forEach(node -> {
                if (node instanceof ScalarNode scalar) {
                    isWide(file, scalar, faults);
                }
            });
        }
        return words;
    }

    /** The node of a member as the YAML library gives it, for values whose kind only its reader knows. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(take(key));
    }

    /** Reports the members that nobody asked for, and those that are missing, unless one of the former is a misspelt one. */
    public void finish() {
        for (String key : members.keySet()) {
            if (!read.contains(key)) {
                unknown(key, keys.getOrDefault(key, place));
                Spelling.nearest(FullWidth.plain(key), missing.keySet()).ifPresent(missing::remove);
            }
        }
        missing.forEach((key, form) -> faults.add(place, FaultCode.MEMBER_MISSING, key, form));
    }

    private void unknown(String key, Place at) {
        OptionalInt wide = FullWidth.first(key);
        if (wide.isPresent()) {
            int index = wide.getAsInt();
            FullWidth.refuse(key.charAt(index), new Place(at.file(), at.line(), at.column() + index), faults);
        } else {
            faults.add(at, FaultCode.MEMBER_UNKNOWN, key, Spelling.remedy(key, read));
        }
    }

    private String language(String key) {
        String text = members.get(key) instanceof ScalarNode scalar && isNothing(scalar)
                ? ""
                : optionalString(key).orElse("");
        read.add(key);
        if (text.isBlank()) {
            faults.add(placeOf(key), FaultCode.LANGUAGE_MISSING, key);
            return "-";
        }
        return text;
    }

    private List<Node> nodes(String key) {
        Node node = take(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (!(node instanceof ScalarNode scalar) || !isEmpty(scalar, key)) {
            wrongKind(
                    node,
                    key,
                    new Text("a list", "列表"),
                    new Text(
                            "Begin each entry with - on a line of its own, or write [ ... ].",
                            "请将每一项另起一行并以 - 开头，或写作 [ …… ]。"));
        }
        return List.of();
    }

    private @Nullable Node take(String key) {
        read.add(key);
        return members.get(key);
    }

    private <T> T missing(String key, T neutral, Text form) {
        missing.put(key, form);
        return neutral;
    }

    /** The texts that YAML reads as no value: nothing, a tilde, or the word null. */
    private static boolean isNothing(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL);
    }

    /** Whether a value is none, which is a fault. */
    private boolean isEmpty(ScalarNode scalar, String key) {
        if (!isNothing(scalar)) {
            return false;
        }
        String written = scalar.getValue();
        Text none = written.isEmpty()
                ? new Text("nothing stands behind its colon", "冒号之后没有内容")
                : new Text("YAML reads %s as nothing".formatted(written), "YAML 将 %s 视为空".formatted(written));
        Place at = placeOf(file, scalar.getStartMark());
        faults.add(at, FaultCode.MEMBER_EMPTY, key, none);
        faults.settle(at);
        return true;
    }

    private void wrongKind(Node node, String key, String en, String zh) {
        wrongKind(node, key, new Text(en, zh), CORRECT);
    }

    private void wrongKind(Node node, String key, Text kind, Text remedy) {
        Place at = placeOf(file, node.getStartMark());
        if (!(node instanceof ScalarNode scalar) || !isWide(file, scalar, faults)) {
            faults.add(at, FaultCode.MEMBER_WRONG, key, kind, remedy);
        }
        faults.settle(at);
    }

    /** Whether a value that is no text for people holds a full-width character, which is a fault. */
    static boolean isWide(String file, ScalarNode scalar, Faults faults) {
        OptionalInt wide = FullWidth.first(scalar.getValue());
        Place start = placeOf(file, scalar.getStartMark());
        if (wide.isPresent()) {
            boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
            int index = wide.getAsInt() + (quoted ? 1 : 0);
            FullWidth.refuse(
                    scalar.getValue().charAt(wide.getAsInt()),
                    new Place(file, start.line(), start.column() + index),
                    faults);
            faults.settle(start);
        }
        return wide.isPresent();
    }

    /** Plain digits only: arithmetic on 1E+200000000 would never end. */
    private static BigDecimal number(String text) {
        if (!PLAIN_NUMBER.matcher(text).matches() || !Grouping.isSound(text.replace("-", ""))) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text.replace("_", ""));
    }

    private static int whole(String text) {
        if (!PLAIN_NUMBER.matcher(text).matches() || !Grouping.isSound(text.replace("-", ""))) {
            throw new NumberFormatException(text);
        }
        return Integer.parseInt(text.replace("_", ""));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** A year of four digits: Java knows others, up to 999,999,999. */
    private static LocalDate day(String text) {
        if (text.length() != "2022-09-06".length()) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.parse(text);
    }

    /** The day that is written otherwise, as 2022年9月6日 or 2022/9/6. */
    private static Text dayMeant(String key, String written) {
        Matcher day = OTHER_DAY.matcher(written);
        if (!day.matches()) {
            return new Text(
                    "Write a day of the calendar, with two digits for the month and two for the day.",
                    "请写日历中的日期，月和日各两位。");
        }
        String meant = "%s: %s-%2s-%2s".formatted(key, day.group(1), day.group(2), day.group(3));
        meant = key + meant.substring(key.length()).replaceFirst("- ", "-0").replaceFirst("- ", "-0");
        return new Text("Write: " + meant + ".", "请写作 " + meant + "。");
    }

    private interface Parsing<T> {
        T parse(String text);
    }

    private <T> Optional<T> parsed(String key, String en, String zh, Parsing<T> parsing, T neutral) {
        return parsed(key, en, zh, parsing, neutral, written -> CORRECT);
    }

    private <T> Optional<T> parsed(
            String key, String en, String zh, Parsing<T> parsing, T neutral, Function<String, Text> remedy) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            if (isEmpty(scalar, key)) {
                return Optional.of(neutral);
            }
            try {
                return Optional.of(parsing.parse(scalar.getValue()));
            } catch (IllegalArgumentException | DateTimeParseException notThis) {
                String written = quoted(scalar.getValue());
                wrongKind(
                        node,
                        key,
                        new Text("%s, not %s".formatted(en, written), "%s，而不是 %s".formatted(zh, written)),
                        remedy.apply(scalar.getValue()));
                return Optional.of(neutral);
            }
        }
        wrongKind(node, key, en, zh);
        return Optional.of(neutral);
    }

    private static String quoted(String value) {
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
    }

    static Place placeOf(String file, @Nullable Mark mark) {
        return mark == null ? Place.startOf(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
