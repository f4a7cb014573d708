package io.subsidyrules.yaml;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping in a YAML file, read strictly: what is not there, of another kind or unknown becomes a fault with its
 * place. After a fault a neutral value is returned, so that reading goes on and all faults are found; what was read
 * must then not be used. Not thread-safe.
 */
public final class YamlMap {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(YamlMap.class);
    private static final String NO_VALUE = "-";
    private static final Text NO_TEXT = new Text(NO_VALUE, NO_VALUE);
    private static final Text SOME = TEXTS.text("some");
    private static final Text A_NUMBER = new Text("1", "1");
    private static final Text A_DAY = new Text("2022-09-06", "2022-09-06");
    private static final Text CORRECT = TEXTS.text("correctValue");

    private final String file;
    private final MappingNode node;
    private final Place place;
    private final Faults faults;
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> read = new TreeSet<>();
    private final MemberFaults wrong;

    YamlMap(String file, MappingNode node, Faults faults) {
        this.file = file;
        this.node = node;
        this.place = YamlPlace.of(file, node.getStartMark());
        this.faults = faults;
        this.wrong = new MemberFaults(file, faults);
        for (NodeTuple member : node.getValue()) {
            String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            Place at = YamlPlace.of(file, member.getKeyNode().getStartMark());
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
        return node == null ? place : YamlPlace.of(file, node.getStartMark());
    }

    /** The place at which this mapping ends. */
    public Place end() {
        return YamlPlace.of(file, node.getEndMark());
    }

    /** The value that a JSON pointer names, from this mapping on; the nearest around it if there is none. */
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

    /**
     * Whether a member may have been meant that could not be read: what would follow from that is not a further fault.
     */
    public boolean isDoubtful(String key) {
        return members.containsKey(key) ? faults.isSettled(placeOf(key)) : wrong.isRequired(key) || hasMisspelt(key);
    }

    /** A text that says something. */
    public String string(String key) {
        return string(key, SOME);
    }

    private String string(String key, Text form) {
        wrong.require(key, form);
        Optional<String> written = optionalString(key);
        if (members.get(key) instanceof ScalarNode scalar
                && scalar.getValue().isBlank()
                && !MemberFaults.isNothing(scalar)) {
            wrong.emptyQuotes(scalar, key);
        }
        return written.filter(text -> !text.isBlank()).orElse(NO_VALUE);
    }

    public Optional<String> optionalString(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(wrong.isEmpty(scalar, key) ? NO_VALUE : scalar.getValue());
        }
        wrong.wrongKind(node, key, TEXTS.text("oneValue"), MemberFaults.writing(key, SOME));
        return Optional.of(NO_VALUE);
    }

    /** A name or a pointer, which holds no full-width character and is not empty. */
    public Optional<String> optionalWord(String key) {
        if (members.get(key) instanceof ScalarNode scalar && !MemberFaults.isNothing(scalar)) {
            read.add(key);
            if (scalar.getValue().isBlank()) {
                wrong.emptyQuotes(scalar, key);
            }
            return Optional.of(wrong.isWide(scalar) || scalar.getValue().isBlank() ? NO_VALUE : scalar.getValue());
        }
        return optionalString(key);
    }

    public String word(String key) {
        return word(key, SOME.en());
    }

    /**
     * A word without blanks.
     *
     * @param form what can be written where it is missing
     */
    public String word(String key, String form) {
        wrong.require(key, new Text(form, form.replace(SOME.en(), SOME.zh())));
        return optionalWord(key).orElse(NO_VALUE);
    }

    /** A text with its members {@code en} and {@code zh}. */
    public Text text(String key) {
        wrong.require(key, TEXTS.text("bothLanguages"));
        return optionalText(key).orElse(NO_TEXT);
    }

    public Optional<Text> optionalText(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            if (mapping.getValue().isEmpty()) {
                wrong.emptyBrackets(mapping, key);
                return Optional.of(NO_TEXT);
            }
            YamlMap map = new YamlMap(file, mapping, faults);
            Text text = new Text(map.language("en"), map.language("zh"));
            map.finish();
            return Optional.of(text);
        }
        boolean told = node instanceof ScalarNode scalar && wrong.isEmpty(scalar, key);
        if (!told) {
            wrong.oneLanguage(node, key);
        }
        return Optional.of(NO_TEXT);
    }

    public int integer(String key) {
        wrong.require(key, A_NUMBER);
        return optionalInteger(key).orElse(0);
    }

    public Optional<Integer> optionalInteger(String key) {
        Text number = TEXTS.text("wholeNumber");
        return parsed(key, number, A_NUMBER, YamlScalar::whole, 0, written -> YamlScalar.DIGITS);
    }

    public BigDecimal decimal(String key) {
        wrong.require(key, A_NUMBER);
        return optionalDecimal(key).orElse(BigDecimal.ZERO);
    }

    public Optional<BigDecimal> optionalDecimal(String key) {
        Text number = TEXTS.text("number");
        return parsed(key, number, A_NUMBER, YamlScalar::number, BigDecimal.ZERO, written -> YamlScalar.DIGITS);
    }

    public LocalDate date(String key) {
        wrong.require(key, A_DAY);
        return optionalDate(key).orElse(LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String key) {
        return parsed(
                key,
                TEXTS.text("date"),
                A_DAY,
                YamlScalar::day,
                LocalDate.EPOCH,
                written -> YamlScalar.dayMeant(key, written));
    }

    public Optional<Boolean> optionalBoolean(String key) {
        return parsed(
                key,
                TEXTS.text("trueOrFalse"),
                new Text("true", "true"),
                YamlScalar::truth,
                false,
                written -> YamlScalar.truthMeant(written)
                        .map(meant -> MemberFaults.writing(key, meant))
                        .orElse(CORRECT));
    }

    /** One of the names of an enum. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        E first = type.getEnumConstants()[0];
        wrong.require(key, new Text(first.name(), first.name()));
        return optionalConstant(key, type).orElse(first);
    }

    public <E extends Enum<E>> Optional<E> optionalConstant(String key, Class<E> type) {
        List<String> names =
                List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
        E first = type.getEnumConstants()[0];
        return parsed(
                key,
                TEXTS.text("oneOf", new Text(String.join(", ", names), String.join("、", names))),
                new Text(first.name(), first.name()),
                name -> Enum.valueOf(type, name),
                first,
                written -> Spelling.nearest(written.replace(' ', '_'), names)
                        .map(name -> MemberFaults.writing(key, new Text(name, name)))
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
        if (!(node instanceof ScalarNode scalar) || !wrong.isEmpty(scalar, key)) {
            wrong.wrongKind(node, key, TEXTS.text("groupOfMembers"), MemberFaults.writing(key, TEXTS.text("group")));
        }
        return Optional.empty();
    }

    /** A list of mappings; empty if there is none. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping, faults));
            } else {
                wrong.wrongKind(node, key, TEXTS.text("listOfGroups"), TEXTS.text("writeMembers"));
                faults.settle(placeOf(key));
            }
        }
        return maps;
    }

    /** The same, of which an empty one is a fault. */
    public List<YamlMap> filledMaps(String key) {
        if (members.get(key) instanceof SequenceNode sequence
                && sequence.getValue().isEmpty()) {
            wrong.emptyBrackets(sequence, key);
        }
        return maps(key);
    }

    /** The same; none if there is no such member. */
    public Optional<List<YamlMap>> optionalMaps(String key) {
        List<YamlMap> maps = maps(key);
        return has(key) ? Optional.of(maps) : Optional.empty();
    }

    /** A list of single values; empty if there is none. */
    public List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof ScalarNode scalar) {
                strings.add(wrong.isEmpty(scalar, key) ? NO_VALUE : scalar.getValue());
            } else {
                wrong.wrongKind(node, key, TEXTS.text("listOfValues"), TEXTS.text("oneValueEach"));
            }
        }
        return strings;
    }

    /** The same; none if there is no such member. */
    public Optional<List<String>> optionalStrings(String key) {
        List<String> strings = strings(key);
        return has(key) ? Optional.of(strings) : Optional.empty();
    }

    /** A list of names or pointers, which hold no full-width character. */
    public List<String> words(String key) {
        List<String> words = strings(key);
        if (members.get(key) instanceof SequenceNode sequence) {
            sequence.getValue().forEach(node -> {
                if (node instanceof ScalarNode scalar) {
                    wrong.isWide(scalar);
                }
            });
        }
        return words;
    }

    /** The same; none if there is no such member. */
    public Optional<List<String>> optionalWords(String key) {
        List<String> words = words(key);
        return has(key) ? Optional.of(words) : Optional.empty();
    }

    /** The node of a member as the YAML library gives it, for values whose kind only its reader knows. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(take(key));
    }

    /**
     * Reports the members that nobody asked for, and those that are missing, unless one of the former is a misspelt
     * one.
     */
    public void finish() {
        wrong.unknownAndMissing(place, keys, read);
    }

    private String language(String key) {
        wrong.require(key, SOME);
        if (members.get(key) instanceof ScalarNode scalar
                && (MemberFaults.isNothing(scalar) || scalar.getValue().isBlank())) {
            read.add(key);
            faults.add(placeOf(key), FaultCode.LANGUAGE_MISSING, key, MemberFaults.writing(key, SOME));
            return NO_VALUE;
        }
        return optionalString(key).orElse(NO_VALUE);
    }

    private List<Node> nodes(String key) {
        Node node = take(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (!(node instanceof ScalarNode scalar) || !wrong.isEmpty(scalar, key)) {
            wrong.wrongKind(node, key, TEXTS.text("list"), TEXTS.text("beginEachEntry"));
        }
        return List.of();
    }

    private @Nullable Node take(String key) {
        read.add(key);
        return members.get(key);
    }

    private interface Parsing<T> {
        T parse(String text);
    }

    private <T> Optional<T> parsed(
            String key, Text kind, Text form, Parsing<T> parsing, T neutral, Function<String, Text> remedy) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            wrong.wrongKind(node, key, kind, MemberFaults.writing(key, form));
            return Optional.of(neutral);
        }
        if (wrong.isEmpty(scalar, key)) {
            return Optional.of(neutral);
        }
        if (scalar.getValue().isBlank()) {
            wrong.emptyQuotes(scalar, key);
            return Optional.of(neutral);
        }
        try {
            return Optional.of(parsing.parse(scalar.getValue()));
        } catch (IllegalArgumentException | DateTimeException notThis) {
            Optional<Text> number =
                    neutral instanceof Number ? YamlScalar.numberMeant(scalar.getValue()) : Optional.empty();
            number.ifPresentOrElse(
                    meant -> wrong.otherNumber(scalar, key, kind, meant),
                    () -> wrong.unreadable(scalar, key, kind, remedy.apply(scalar.getValue())));
            return Optional.of(neutral);
        }
    }
}
