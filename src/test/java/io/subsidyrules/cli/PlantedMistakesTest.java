package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Faults;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes that people make in a policy: each is found by a command, and the page on the commands lists them. */
class PlantedMistakesTest {

    private static final Path CATALOGUE = Path.of("src/test/resources/planted-mistakes.yaml");
    private static final Path PAGE = Path.of("docs/rules-command.md");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- the mistakes begin -->\n).*?(?=<!-- the mistakes end -->)", Pattern.DOTALL);
    private static final String POLICY = "hebei-quality-2022/";

    /**
     * A mistake.
     *
     * @param file that is changed, or taken away where nothing is put in the place of something
     * @param says what the command says of it
     */
    private record Mistake(
            String what, String file, Optional<String> from, Optional<String> to, String command, String says) {

        String row() {
            return "| %s | `rules %s` | %s |\n"
                    .formatted(what, command, says.matches("[A-Z_]+") ? "`" + says + "`" : "");
        }
    }

    private static List<Mistake> mistakes() throws IOException {
        Faults faults = new Faults();
        YamlMap catalogue = YamlFile.parse("planted-mistakes.yaml", Files.readString(CATALOGUE), faults)
                .orElseThrow();
        List<Mistake> mistakes = new ArrayList<>();
        for (YamlMap written : catalogue.maps("mistakes")) {
            Optional<String> removed = written.optionalString("remove");
            mistakes.add(new Mistake(
                    written.string("what"),
                    removed.isPresent() ? removed.get() : written.string("file"),
                    written.optionalString("from"),
                    written.optionalString("to"),
                    written.string("command"),
                    written.string("says")));
        }
        faults.throwIfAny();
        return mistakes;
    }

    @TestFactory
    List<DynamicTest> everyMistakeIsFound(@TempDir Path directory) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mistake mistake : mistakes()) {
            Path own = Files.createDirectory(directory.resolve("mistake-" + tests.size()));
            tests.add(DynamicTest.dynamicTest(mistake.what() + ": " + mistake.command(), () -> isFound(mistake, own)));
        }
        return tests;
    }

    private static void isFound(Mistake mistake, Path directory) throws IOException {
        RulesRepository repository = RulesRepository.in(directory);
        Path before = Files.createDirectory(directory.resolve("before"));
        RulesRepository.in(before);
        if (mistake.from().isPresent()) {
            repository.change(
                    POLICY + mistake.file(), mistake.from().get(), mistake.to().orElseThrow());
        } else {
            Files.delete(repository.file(POLICY + mistake.file()));
        }
        List<String> command = new ArrayList<>(List.of(mistake.command().split(" ")));
        if (mistake.command().equals("diff")) {
            command.addAll(List.of(RulesRepository.shown("").replaceFirst("^", "before/"), RulesRepository.shown("")));
        }
        CommandRun run = CommandRun.of(directory, command.toArray(String[]::new));
        assertThat(run.out()).contains(mistake.says());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void thePageListsThemAll() throws IOException {
        StringBuilder rows = new StringBuilder("| mistake | found by | as |\n|---|---|---|\n");
        mistakes().forEach(mistake -> rows.append(mistake.row()));
        String page = Files.readString(PAGE);
        String made = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement("\n" + rows + "\n"));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, made);
        }
        assertThat(made)
                .as("mvn -B test -Dtest=PlantedMistakesTest -Ddocs.write=true writes the table anew")
                .isEqualTo(page);
    }
}
