package io.subsidyrules.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that looks like that of a source is known for what was meant by it, and no other name is. */
class PassedOverTest {

    @ParameterizedTest
    @CsvSource({
        "zz.scenarios.yml, zz.scenarios.yaml",
        "zz.scenario.yaml, zz.scenarios.yaml",
        "zz-scenarios.yaml, zz.scenarios.yaml",
        "zz.Scenarios.yaml, zz.scenarios.yaml",
        "zz.scenarios.YAML, zz.scenarios.yaml",
        "zz.scenarios.yaml.txt, zz.scenarios.yaml",
        "zz.yaml, zz.scenarios.yaml",
        "scenarios.yaml, policy.scenarios.yaml",
        "zz.DRL, zz.drl",
        "zz.drl.txt, zz.drl",
        "zz．drl, zz.drl",
        "policy.yml, policy.yaml",
        "Policy.yaml, policy.yaml",
        "policy.yaml.txt, policy.yaml"
    })
    void aWrongEndingIsKnownForTheRightOne(String name, String meant) {
        assertThat(PassedOver.of("example-2024/" + name).orElseThrow().meant()).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~$claims.drl",
                "claims.drl~",
                "#claims.drl#",
                "claims.drl.bak",
                "claims.drl.orig",
                "claims.drl.swp",
                "policy.yaml.rej",
                "zz.scenarios.yaml.old",
                "claims.drl.part",
                "claims.bak"
            })
    void aCopyOfAnEditorIsKnownForOne(String name) {
        assertThat(PassedOver.of("example-2024/" + name).orElseThrow().meant()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "LICENSE", "4913", "notes.txt", "source.pdf", "table.xlsx", "x.tmp", "Thumbs.db"})
    void anyOtherNameIsNone(String name) {
        assertThat(PassedOver.of("example-2024/" + name)).isEmpty();
    }
}
