package io.subsidyrules.lint;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceText;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A scenario as it is written.
 *
 * @param place where its name begins
 * @param numbers all that its request, the awards before it and its expectations have, those in sentences too, by value
 * @param items the ids of the items that it expects something of
 * @param types the names of the types of its claims
 */
record WrittenScenario(String name, Place place, Set<BigDecimal> numbers, Set<String> items, Set<String> types) {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    /** The most numbers that sums are worked out of; with more of them nothing is told. */
    private static final int MOST_WORKED_OUT = 60;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,_]*(?:\\.[0-9]+)?");

    /** Those of all scenario files, which have no faults. */
    static Stream<WrittenScenario> of(RuleSources sources) {
        return sources.files().keySet().stream()
                .filter(RuleSources::isScenarios)
                .flatMap(path -> SourceText.of(path, sources.content(path), new Faults())
                        .flatMap(text -> YamlFile.parse(path, text, new Faults()))
                        .stream())
                .flatMap(file -> file.maps("scenarios").stream())
                .map(WrittenScenario::of);
    }

    private static WrittenScenario of(YamlMap map) {
        Set<BigDecimal> numbers = new TreeSet<>();
        Stream.of("applicant", "claims", "earlier", "expect")
                .flatMap(member -> map.node(member).stream())
                .forEach(node -> collect(node, numbers));
        Set<String> types = map.maps("claims").stream()
                .flatMap(claim -> claim.optionalString("type").stream())
                .collect(Collectors.toSet());
        return new WrittenScenario(map.string("name"), map.placeOf("name"), numbers, items(map), types);
    }

    /** Whether an amount is the sum or the difference of two of its numbers, or one of these at a rate of the rules. */
    boolean comesTo(BigDecimal amount, Set<BigDecimal> rates) {
        return numbers.size() > MOST_WORKED_OUT
                || numbers.stream()
                        .anyMatch(one -> numbers.contains(amount.subtract(one))
                                || numbers.contains(amount.add(one))
                                || rates.stream()
                                        .anyMatch(rate -> rate.multiply(one).compareTo(amount) == 0));
    }

    /** Whether a percentage is what one of its numbers is of another, or by how much it is more or less. */
    boolean isRatio(BigDecimal percent) {
        return numbers.size() > MOST_WORKED_OUT
                || numbers.stream().anyMatch(of -> Stream.of(percent, percent.add(WHOLE), WHOLE.subtract(percent))
                        .map(share -> of.multiply(share).movePointLeft(2))
                        .anyMatch(numbers::contains));
    }

    private static Set<String> items(YamlMap map) {
        Optional<YamlMap> expected = map.optionalMap("expect");
        Stream<YamlMap> claims = expected.flatMap(of -> of.optionalMap("claims")).stream()
                .flatMap(of -> of.names().stream().flatMap(claim -> of.optionalMap(claim).stream()));
        return Stream.concat(expected.stream(), claims)
                .flatMap(of -> of.optionalMap("items").stream())
                .flatMap(of -> of.names().stream())
                .collect(Collectors.toSet());
    }

    private static void collect(Node node, Set<BigDecimal> numbers) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(member -> collect(member.getValueNode(), numbers));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> collect(element, numbers));
        } else if (node instanceof ScalarNode scalar
                && !DAY.matcher(scalar.getValue()).matches()) {
            NUMBER.matcher(scalar.getValue())
                    .results()
                    .map(found -> new BigDecimal(found.group().replaceAll("[,_]", "")))
                    .forEach(numbers::add);
        }
    }
}
