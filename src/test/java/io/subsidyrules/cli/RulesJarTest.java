package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of {@code rules.jar}: all that the commands reach, and nothing more. */
class RulesJarTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern INCLUDED = Pattern.compile("<include>io/subsidyrules/([a-z]+)/\\*\\*</include>");
    private static final Pattern USED = Pattern.compile("^import (?:static )?io\\.subsidyrules\\.([a-z]+)\\.");

    @Test
    void theJarHasEveryPackageThatACommandReachesAndNoOther() throws IOException {
        Set<String> reached = new TreeSet<>(Set.of("cli"));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String used : used(open.remove())) {
                if (reached.add(used)) {
                    open.add(used);
                }
            }
        }
        Set<String> included = INCLUDED.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(included).isEqualTo(reached);
    }

    private static Set<String> used(String top) throws IOException {
        try (var files = Files.walk(SOURCES.resolve("io/subsidyrules").resolve(top))) {
            Set<String> used = new TreeSet<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).stream()
                        .map(USED::matcher)
                        .filter(matcher -> matcher.find())
                        .forEach(matcher -> used.add(matcher.group(1)));
            }
            return used;
        }
    }
}
