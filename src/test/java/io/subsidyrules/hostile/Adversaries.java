package io.subsidyrules.hostile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Files of 256 KiB of every kind that could take long to judge. The plainest are one part over and over: those parts are in
 * {@code adversaries.json}, by where they stand.
 */
final class Adversaries {

    private static final Map<String, List<String>> PARTS = parts();

    private Adversaries() {}

    static Stream<Adversary> all() {
        return Stream.of(
                        parts("in a rule file")
                                .map(part -> Adversary.repeated(quoted(part) + " again and again", part)),
                        Stream.concat(parts("in a condition"), longParts())
                                .map(part -> Adversary.condition(quoted(part) + " in a condition", part)),
                        AdversarialRules.all(),
                        parts("in a YAML file").flatMap(Adversaries::inYaml),
                        AdversarialYaml.all())
                .flatMap(kind -> kind);
    }

    private static Stream<String> parts(String place) {
        return Objects.requireNonNull(PARTS.get(place), place).stream();
    }

    private static Map<String, List<String>> parts() {
        try {
            return new JsonMapper()
                    .readValue(Path.of("src/test/resources/adversaries.json").toFile(), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> longParts() {
        return Stream.of("code matches \"" + "(a?){0,30}".repeat(40) + "\", ", "staff == " + "9".repeat(300) + ", ");
    }

    private static Stream<Adversary> inYaml(String part) {
        return Stream.of(
                Adversary.of(quoted(part) + " in a policy file", Adversary.POLICY, "", number -> part, ""),
                Adversary.of(quoted(part) + " in a scenario file", Adversary.SCENARIOS, "", number -> part, ""));
    }

    private static String quoted(String part) {
        String shown = part.length() > 20 ? part.substring(0, 20) + "…" : part;
        StringBuilder readable = new StringBuilder("\"");
        shown.chars()
                .forEach(character -> readable.append(
                        character < ' '
                                        || character == 0x7F
                                        || character > 0xFFE0
                                        || Character.getType(character) == Character.FORMAT
                                ? "U+%04X".formatted(character)
                                : String.valueOf((char) character)));
        return readable.append('"').toString();
    }
}
