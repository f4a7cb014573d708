package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every subcommand with its whole output and its exit code, in {@code src/test/resources/cli}. A file begins with the
 * changes of the first policy's files, the lines of other files and a copy of the rules as they were, if there are any,
 * then has the command, and then what it must say. {@code mvn
 * -B test -Dtest=ApprovedCommandsTest -Ddocs.write=true} writes what the commands say now.
 */
class ApprovedCommandsTest {

    private static final Path APPROVED = Path.of("src/test/resources/cli");

    private static final Pattern CHANGE = Pattern.compile("change (\\S+): (.*) => (.*)");

    /** Times differ from run to run. */
    private static final Pattern TIME = Pattern.compile("(?<=time=\")[0-9.]+(?=\")|[0-9.]+(?=( s\\)| 秒）))");

    static List<Path> approved() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("approved")
    void aCommandSaysWhatIsApproved(Path file, @TempDir Path directory) throws IOException {
        RulesRepository repository = RulesRepository.in(directory);
        String text = Files.readString(file);
        List<String> head = new ArrayList<>();
        List<String> command = List.of();
        for (String line : text.lines().toList()) {
            head.add(line);
            if (line.startsWith("$ rules ")) {
                command = List.of(line.substring("$ rules ".length()).split(" "));
                break;
            }
            prepare(line, repository);
        }
        CommandRun run = CommandRun.of(directory, command.toArray(String[]::new));
        String now = "%s\n%sexit %s\n".formatted(String.join("\n", head), said(run, directory), run.exitCode());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, now);
        }
        assertThat(now).as(file.toString()).isEqualTo(text);
    }

    /** Does what a line before the command says; any other line is a remark. */
    private static void prepare(String line, RulesRepository repository) throws IOException {
        Path directory = repository.directory();
        Matcher change = CHANGE.matcher(line);
        if (change.matches()) {
            repository.change(change.group(1), written(change.group(2)), written(change.group(3)));
        } else if (line.startsWith("remove ")) {
            Files.delete(repository.file(line.substring("remove ".length())));
        } else if (line.startsWith("copy ")) {
            RulesRepository.copied(
                    FirstPolicy.FOLDER, Files.createDirectory(directory.resolve(line.substring("copy ".length()))));
        } else if (line.startsWith("line of ")) {
            String[] fileAndText = line.substring("line of ".length()).split(": ", 2);
            Files.writeString(
                    directory.resolve(fileAndText[0]),
                    fileAndText[1] + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private static String written(String changed) {
        return changed.replace("\\n", "\n");
    }

    private static String said(CommandRun run, Path directory) {
        String said =
                run.out() + (run.err().isEmpty() ? "" : run.err().indent(0).replaceAll("(?m)^(?=.)", "! "));
        return TIME.matcher(said.replace(directory.toString(), "DIRECTORY")).replaceAll("0");
    }
}
