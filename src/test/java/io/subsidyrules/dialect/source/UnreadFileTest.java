package io.subsidyrules.dialect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that looks like that of a source is known for what was meant by it, and no other name is. */
class UnreadFileTest {

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
        assertThat(UnreadFile.of("example-2024/" + name).orElseThrow().meant()).contains(meant);
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
                "claims.bak",
                "policy - Copy.yaml",
                "policy (1).yaml",
                "zz.scenarios - 副本.yaml",
                "Kopie von policy.yaml",
                "复件 policy.yaml",
                "policy (conflicted copy 2026-01-31).yaml"
            })
    void aCopyOfAnEditorIsKnownForOne(String name) {
        assertThat(UnreadFile.of("example-2024/" + name).orElseThrow().meant()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "LICENSE", "4913", "notes.txt", "source.pdf", "table.xlsx", "x.tmp", "Thumbs.db"})
    void anyOtherNameIsNone(String name) {
        assertThat(UnreadFile.of("example-2024/" + name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vocabulary/division.csv, divisions.csv",
        "vocabulary/Divisions.csv, divisions.csv",
        "vocabulary/divisions.xlsx, divisions.csv",
        "vocabulary/divisions.csv.txt, divisions.csv",
        "vocabulary/行政区划.csv, divisions.csv",
        "vocabulary/credit_codes.csv, credit-codes.csv",
        "vocabulary/信用代码.csv, credit-codes.csv",
        "example-2024/division.csv, divisions.csv",
        "vocabulary/communes.xlsx, communes.csv",
        "vocabulary/communes.CSV, communes.csv",
        "example-2024/rates.CSV, rates.csv",
        "example-2024/rates.csv.txt, rates.csv"
    })
    void aTableOrListUnderAWrongNameIsKnownForWhatItIsMeantToBe(String path, String meant) {
        assertThat(UnreadFile.of(path).orElseThrow().meant()).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m - Copy.drl",
                "m (1).drl",
                "m(2).drl",
                "m - Copy (2).drl",
                "m - Copy - Copy.drl",
                "m 副本.drl",
                "m - 副本.drl",
                "m - 副本 (2).drl",
                "m（备份）.drl",
                "复件 m.drl",
                "复件 (2) m.drl",
                "备份_m.drl",
                "m - Kopie.drl",
                "Kopie von m.drl",
                "Copy of m.drl",
                "m_backup.drl",
                "m-old.drl",
                "m (conflicted copy 2026-01-31).drl",
                "m (张三的冲突副本 2026-01-31).drl",
                "m.sync-conflict-20260131-101112-ABCDEFG.drl",
                "m - Copy.scenarios.yaml"
            })
    void aFileThatIsReadIsKnownForACopyOfTheOneBesideIt(String name) {
        assertThat(sources(name, "m.drl", "m.scenarios.yaml").isCopy("example-2024/" + name))
                .isTrue();
        assertThat(sources(name, "other.drl").isCopy("example-2024/" + name)).isFalse();
        assertThat(SourceNames.isSource(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "measure-01.drl, measure.drl",
        "threshold.drl, thresh.drl",
        "copyright.drl, right.drl",
        "copy offer.drl, fer.drl",
        "household.drl, househ.drl",
        "purchase (household).drl, purchase.drl",
        "gold (gold).drl, gold.drl",
        "补贴（旧房）.drl, 补贴.drl",
        "备份中心.drl, 中心.drl",
        "复制推广.drl, 推广.drl",
        "数据备份.drl, 数据.drl",
        "electronics-old.drl, appliances.drl"
    })
    void aNameThatOnlyHasTheLettersOfOneIsNoCopy(String name, String beside) {
        assertThat(sources(name, beside).isCopy("example-2024/" + name)).isFalse();
    }

    @Test
    void aFileOfAnotherFolderIsNoOriginal() {
        RuleSources sources = RuleSources.of(Map.of("a/m.drl", "", "b/m (1).drl", ""));
        assertThat(sources.isCopy("b/m (1).drl")).isFalse();
    }

    private static RuleSources sources(String... names) {
        return RuleSources.of(
                Stream.of(names).distinct().collect(Collectors.toMap(name -> "example-2024/" + name, name -> "")));
    }
}
