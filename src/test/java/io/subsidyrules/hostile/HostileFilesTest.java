package io.subsidyrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hostile file is refused, for the right reason and at the right place, and nothing of it runs. */
class HostileFilesTest {

    private static final Map<String, String> EXPECTED = HostileFile.expected();

    @ParameterizedTest
    @MethodSource("files")
    void itIsRefusedWhereItIsHostile(HostileFile file) {
        List<Fault> faults = Tried.of(file.sources()).stream()
                .filter(fault -> fault.place().file().equals(file.path()))
                .toList();
        assertThat(faults).extracting(HostileFile::described).contains(EXPECTED.get(file.name()));
        assertThat(faults)
                .allSatisfy(fault -> assertThat(fault.told(Language.EN)).isNotBlank())
                .allSatisfy(fault -> assertThat(fault.told(Language.ZH)).isNotBlank());
        assertThat(System.getProperty(Canary.SONG)).as("the canary's song").isNull();
    }

    @Test
    void everyFileIsExpectedAndEveryExpectationHasItsFile() {
        assertThat(EXPECTED.keySet())
                .containsExactlyElementsOf(files().map(HostileFile::name).toList());
        assertThat(EXPECTED).hasSizeGreaterThan(400);
    }

    @Test
    void withoutThemTheSpecimenIsAccepted() {
        assertThat(Tried.of(Specimen.SOURCES)).isEmpty();
    }

    @AfterAll
    static void theCanaryHasNotSung() {
        assertThat(System.getProperty(Canary.SONG)).as("the canary's song").isNull();
    }

    static Stream<HostileFile> files() {
        return HostileFile.all().stream();
    }

    /** Prints what each file is refused for, for {@code expected.txt}, which then has to be read. */
    public static void main(String[] arguments) {
        files().forEach(file -> System.out.println(file + " "
                + Tried.of(file.sources()).stream()
                        .filter(fault -> fault.place().file().equals(file.path()))
                        .map(HostileFile::described)
                        .collect(java.util.stream.Collectors.joining(", "))));
    }
}
