package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.cli.console.Terminal;
import io.subsidyrules.text.Columns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output on a terminal of few columns, and its colours. */
class TerminalTest {

    private static final int NARROW = 40;
    private static final String COLOUR = "\u001B\\[[0-9]*m";

    @TempDir
    Path directory;

    private RulesRepository repository = new RulesRepository(Path.of(""));

    @BeforeEach
    void writeRules() throws IOException {
        repository = RulesRepository.in(directory);
    }

    private CommandRun on(Terminal terminal, String... arguments) {
        return CommandRun.on(terminal, directory, "", List.of(arguments));
    }

    private static int width(String line) {
        return line.replaceAll(COLOUR, "").codePoints().map(Columns::of).sum();
    }

    @Test
    void theLineOfAFileIsCutAroundTheMarkSoThatBothFit() throws IOException {
        repository.change("hebei-quality-2022/measure-09.drl", "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        List<String> lines =
                on(new Terminal(false, NARROW), "check").out().lines().toList();
        String marked = lines.get(2);
        assertThat(width(lines.get(1))).isLessThanOrEqualTo(NARROW);
        assertThat(lines.get(1).substring(marked.indexOf('^'), marked.lastIndexOf('^') + 1))
                .isEqualTo("PROVINCAL");
    }

    @Test
    void aLineOfChineseIsCutByItsColumnsAndStaysAligned() throws IOException {
        repository.change(
                "hebei-quality-2022/measure-09.drl",
                "// Measure (9): industrial design.",
                "/* 第九条：工业设计，措施中关于工业设计中心和购买设计服务的规定 */ pakage x;");
        List<String> lines =
                on(new Terminal(false, NARROW), "check").out().lines().toList();
        String marked = lines.get(2);
        assertThat(width(lines.get(1))).isLessThanOrEqualTo(NARROW);
        assertThat(lines.get(1)).contains("pakage");
        assertThat(width(marked.substring(0, marked.indexOf('^'))))
                .isEqualTo(width(lines.get(1).substring(0, lines.get(1).indexOf("pakage"))));
    }

    @Test
    void valuesThatDoNotFitBesideEachOtherAreBelowEachOther() throws IOException {
        repository.change("hebei-quality-2022/measure-02.drl", "yuan( 300_000 )", "yuan( 350_000 )");
        String narrow = on(new Terminal(false, NARROW), "test", "--only", "earns*300,000")
                .out();
        assertThat(narrow).contains("      expected: 300000.00\n      given:    350000.00\n");
    }

    @Test
    void coloursAreOnATerminalOnly() throws IOException {
        repository.change("hebei-quality-2022/measure-09.drl", "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        String coloured = on(new Terminal(true, 80), "check").out();
        assertThat(coloured).contains("\u001B[31mUNKNOWN_CONSTANT\u001B[0m");
        assertThat(on(Terminal.NONE, "check").out()).doesNotContain("\u001B");
    }

    @Test
    void helpIsLaidOutForTheTerminal() {
        assertThat(on(new Terminal(false, NARROW), "test", "--help").out().lines())
                .filteredOn(line -> line.contains("--"))
                .allSatisfy(line -> assertThat(width(line)).isLessThanOrEqualTo(55));
    }
}
