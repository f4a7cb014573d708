package io.subsidyrules.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.FaultsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The dialect reads the first policy; what it refuses, and how it says so, stands in the catalogue of faults. */
class DialectTest {

    private static final String MEASURE = "hebei-quality-2022/measure-09.drl";
    private static final String POLICY = "hebei-quality-2022/policy.yaml";

    private final RuleSources sources = SourceFolder.sources(FirstPolicy.FOLDER);

    @Test
    void theFirstPolicyIsReadWhole() {
        RuleBook book = Dialect.read(sources);
        assertThat(book.vocabulary().claims()).hasSize(13);
        assertThat(book.rules()).hasSize(26);
        assertThat(book.policies().get(0).measures()).hasSize(24);
    }

    @Test
    void theVersionIsTheHashOfPathsAndContents() {
        assertThat(RuleSources.of(Map.of()).version())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(changed(MEASURE, "50", "50 ").version()).isNotEqualTo(sources.version());
        assertThat(SourceFolder.sources(FirstPolicy.FOLDER).version()).isEqualTo(sources.version());
    }

    @Test
    void theVersionIsPinnedAndTheNamesOfTheFilesAreInIt() {
        assertThat(RuleSources.of(Map.of("a/x.drl", "一", "a/policy.yaml", "id: a"))
                        .version())
                .isEqualTo("8ef20552cc8c0ff9cc1fd31c28dcb5e6bf24080ce4a21b241d2828faf79bd01d");
        assertThat(RuleSources.of(Map.of("b/x.drl", "一", "a/policy.yaml", "id: a"))
                        .version())
                .isNotEqualTo(RuleSources.of(Map.of("a/x.drl", "一", "a/policy.yaml", "id: a"))
                        .version());
    }

    @Test
    void aPolicyFolderWithoutRulesIsRefused() {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.put(
                "other-2024/policy.yaml",
                text(files, POLICY)
                        .replace("id: hebei-quality-2022", "id: other-2024")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refused(new RuleSources(files))).hasSize(26).allSatisfy(fault -> assertThat(fault.code())
                .isEqualTo(FaultCode.ITEM_WITHOUT_RULE));
    }

    private RuleSources changed(String file, String from, String to) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.put(file, text(files, file).replace(from, to).getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    private static String text(SortedMap<String, byte[]> files, String file) {
        return new String(java.util.Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
    }

    private static List<Fault> refused(RuleSources sources) {
        FaultsException refused = catchThrowableOfType(FaultsException.class, () -> Dialect.read(sources));
        assertThat(refused).as("the refusal").isNotNull();
        return refused.faults();
    }
}
