package io.subsidyrules.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping in a YAML file, read strictly: what is not there, of another kind or unknown becomes a fault with its place.
 * After a fault a neutral value is returned, so that reading goes on and all faults are found; what was read must then
 * not be used. Not thread-safe.
 */
public final class YamlMap {

    private static final Text NO_TEXT = new Text("-", "-");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9][0-9_]{0,20}(\\.[0-9]{1,10})?");

    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final Place place;
    private final Faults faults;
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> read = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    YamlMap(String file, MappingNode node, Faults faults) {
        this.file = file;
        this.place = placeOf(file, node.getStartMark());
        this.faults = faults;
        for (NodeTuple member : node.getValue()) {
            String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            Place at = placeOf(file, member.getKeyNode().getStartMark());
            if (members.put(key, member.getValueNode()) != null) {
                faults.add(at, FaultCode.MEMBER_TWICE, key);
            }
            keys.put(key, at);
        }
    }

    /** Where this mapping begins. */
    public Place place() {
        return place;
    }

    /** Where the value of a member begins, or this mapping where there is no such member. */
    public Place placeOf(String key) {
        Node node = members.get(key);
        return node == null ? place : placeOf(file, node.getStartMark());
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    /** The names of the members, in the order of the file. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    public String string(String key) {
        return optionalString(key).orElseGet(() -> missing(key, "-"));
    }

    public Optional<String> optionalString(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        wrongKind(node, key, "one value", "单个值");
        return Optional.of("-");
    }

    /** A text with its members {@code en} and {@code zh}. */
    public Text text(String key) {
        return optionalText(key).orElseGet(() -> missing(key, NO_TEXT));
    }

    public Optional<Text> optionalText(String key) {
        return optionalMap(key).map(map -> {
            Text text = new Text(map.language("en"), map.language("zh"));
            map.finish();
            return text;
        });
    }

    public int integer(String key) {
        return optionalInteger(key).orElseGet(() -> missing(key, 0));
    }

    public Optional<Integer> optionalInteger(String key) {
        return parsed(key, "a whole number", "整数", Integer::valueOf, 0);
    }

    public BigDecimal decimal(String key) {
        return optionalDecimal(key).orElseGet(() -> missing(key, BigDecimal.ZERO));
    }

    public Optional<BigDecimal> optionalDecimal(String key) {
        return parsed(key, "a number", "数字", YamlMap::number, BigDecimal.ZERO);
    }

    public LocalDate date(String key) {
        return optionalDate(key).orElseGet(() -> missing(key, LocalDate.EPOCH));
    }

    public Optional<LocalDate> optionalDate(String key) {
        return parsed(key, "a date such as 2022-09-06", "日期（如 2022-09-06）", YamlMap::day, LocalDate.EPOCH);
    }

    public Optional<Boolean> optionalBoolean(String key) {
        return parsed(key, "true or false", "true 或 false", YamlMap::truth, false);
    }

    /** One of the names of an enum. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        E first = type.getEnumConstants()[0];
        return optionalConstant(key, type).orElseGet(() -> missing(key, first));
    }

    public <E extends Enum<E>> Optional<E> optionalConstant(String key, Class<E> type) {
        String allowed = String.join(
                ", ", List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
        return parsed(
                key,
                "one of " + allowed,
                "以下之一：" + allowed,
                name -> Enum.valueOf(type, name),
                type.getEnumConstants()[0]);
    }

    public Optional<YamlMap> optionalMap(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, faults));
        }
        wrongKind(node, key, "a group of members", "一组成员");
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
                strings.add(scalar.getValue());
            } else {
                wrongKind(node, key, "a list of values", "值的列表");
            }
        }
        return strings;
    }

    /** The node of a member as the YAML library gives it, for values whose kind only its reader knows. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(take(key));
    }

    /** Reports the members that nobody asked for, and those that are missing, unless one of the former is a misspelt one. */
    public void finish() {
        for (String key : members.keySet()) {
            if (!read.contains(key)) {
                faults.add(keys.getOrDefault(key, place), FaultCode.MEMBER_UNKNOWN, key, Spelling.remedy(key, read));
                Spelling.nearest(key, missing).ifPresent(missing::remove);
            }
        }
        missing.forEach(key -> faults.add(place, FaultCode.MEMBER_MISSING, key));
    }

    private String language(String key) {
        String text = optionalString(key).orElse("");
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
        wrongKind(node, key, "a list", "列表");
        return List.of();
    }

    private @Nullable Node take(String key) {
        read.add(key);
        return members.get(key);
    }

    private <T> T missing(String key, T neutral) {
        missing.add(key);
        return neutral;
    }

    private void wrongKind(Node node, String key, String en, String zh) {
        Place at = placeOf(file, node.getStartMark());
        faults.add(at, FaultCode.MEMBER_WRONG, key, new Text(en, zh));
        faults.settle(at);
    }

    /** Plain digits only: arithmetic on 1E+200000000 would never end. */
    private static BigDecimal number(String text) {
        if (!PLAIN_NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text.replace("_", ""));
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

    private interface Parsing<T> {
        T parse(String text);
    }

    private <T> Optional<T> parsed(String key, String en, String zh, Parsing<T> parsing, T neutral) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            try {
                return Optional.of(parsing.parse(scalar.getValue()));
            } catch (IllegalArgumentException | DateTimeParseException notThis) {
                String written = quoted(scalar.getValue());
                wrongKind(node, key, "%s, not %s".formatted(en, written), "%s，而不是 %s".formatted(zh, written));
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
