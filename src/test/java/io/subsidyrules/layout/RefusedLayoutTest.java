package io.subsidyrules.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read has no layout, and the size of a file makes it slow in proportion only. */
class RefusedLayoutTest {

    private static final String HEAD = "package a;\nimport vocabulary.*;\n";
    private static final int MANY = 25_000;

    private static List<Fault> faults(String path, String text) {
        return catchThrowableOfType(FaultsException.class, () -> CanonicalLayout.of(path, text))
                .faults();
    }

    @Test
    void aFaultOfSyntaxHasItsPlaceAndItsRemedy() {
        Fault fault = faults("a/b.drl", HEAD + "rule \"c\"\nwhen\n    Applicant( size = 1 )\nthen\nend\n")
                .get(0);
        assertThat(fault.place()).hasToString("a/b.drl:5:21");
        assertThat(fault.remedy().in(Language.EN)).isNotBlank();
    }

    @Test
    void aCommentWithoutAnEndIsAFault() {
        assertThat(faults("a/b.drl", HEAD + "/* open"))
                .extracting(Fault::code)
                .containsExactly(FaultCode.COMMENT_NOT_CLOSED);
    }

    @ParameterizedTest
    @MethodSource("refusedYaml")
    void whatIsNoYamlOfOursIsAFault(String text) {
        assertThat(faults("a/b.scenarios.yaml", text)).extracting(Fault::code).contains(FaultCode.YAML_SYNTAX);
    }

    static Stream<String> refusedYaml() {
        return Stream.of(
                "a: [",
                "a: 1\n---\nb: 2\n",
                "a: !own 1\n",
                "- a\n",
                "text\n",
                "a: *missing\n",
                "? [ a ]\n: b\n",
                "a:\tb\n",
                "a: " + "[".repeat(MANY));
    }

    @Test
    void aPolicyWithoutMembersIsAFault() {
        assertThat(faults("a/policy.yaml", "# Nothing.\n")).hasSize(1);
    }

    @Test
    void aFileThatWouldBecomeTooLargeIsAFault() {
        String text = HEAD + "declare A\n    @b( " + "c, ".repeat(2 * MANY) + ")\nend\n";
        assertThat(faults("a/b.drl", text)).extracting(Fault::code).containsExactly(FaultCode.FILE_TOO_LARGE);
    }

    @Test
    void aFileOfAnotherKindHasNoLayout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalLayout.of("a/b.csv", "a,b\n"))
                .withMessageContaining("a/b.csv");
    }

    @ParameterizedTest
    @MethodSource("largeFiles")
    void aLargeFileIsLaidOutOrRefusedInSeconds(String path, String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                String layout = CanonicalLayout.of(path, text);
                assertThat(CanonicalLayout.of(path, layout)).isEqualTo(layout);
            } catch (FaultsException refused) {
                assertThat(refused.faults()).isNotEmpty();
            }
        });
    }

    static Stream<Arguments> largeFiles() {
        Stream<String> rules = Stream.of(
                "/* " + " ".repeat(10 * MANY) + "x */",
                "/* " + " \n".repeat(2 * MANY) + "*/",
                "// a\n".repeat(MANY),
                "/**/ ".repeat(MANY),
                ";".repeat(MANY),
                "declare A\n    @b( " + "( ".repeat(MANY) + ")".repeat(MANY) + " )\nend\n",
                "declare A\n    @b( " + "( ".repeat(MANY) + "\nend\n",
                "rule \"a\"\nwhen\n    A( " + "( ".repeat(MANY) + "b == 1" + " )".repeat(MANY) + " )\nthen\nend\n",
                "declare A\n" + "@b ".repeat(MANY) + "\nend\n");
        Stream<String> files = Stream.of(
                "a: [ " + "b, ".repeat(MANY) + "c ] # d\n",
                "a: [ " + "😀, ".repeat(MANY / 2) + "c ] # d\n",
                "a: [\n" + "b, # c\n".repeat(MANY / 2) + "]\n",
                "a: " + "[ ccccccccccccccccccc, ".repeat(45) + "b" + "]".repeat(45) + "\n",
                "a: b\n" + "  c\n".repeat(MANY),
                "a: \"b\n" + "  c\n\n".repeat(MANY / 2) + "\"\n",
                "a: |\n" + "  c\n\n".repeat(MANY / 2) + "b: 1\n",
                "a: 1\n" + "\n".repeat(10 * MANY) + "b: 1\n",
                "a: 1" + " ".repeat(10 * MANY) + "\n",
                "a: 1\n" + "# b\n\n".repeat(MANY / 2) + "c: 1\n",
                "a:\n" + "  - \n".repeat(MANY / 2));
        return Stream.concat(
                rules.map(text -> Arguments.of("a/b.drl", HEAD + text)),
                files.map(text -> Arguments.of("a/b.scenarios.yaml", text)));
    }
}
