package io.subsidyrules.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Language;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptLanguageTest {

    @Test
    void englishIsWhatNobodyHasToAskFor() {
        assertThat(AcceptLanguage.of(null)).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zh", "ZH", "zh-CN", "zh-cn", "zh-SG", "zh-MY", "zh-Hans", "zh-Hans-CN", "zh-Hant", "zh-Hant-TW",
                        "zh-TW",
                "zh-HK", "zh-MO", "zh_CN", "zh_TW", "zh_Hans_CN", "cmn", "cmn-Hans-CN", "yue", "yue-HK", "zho", "chi",
                "zh-yue", "zh-x-private", " zh ; q=0.1", "zh;Q=1.000", "zh;q=.5"
            })
    void everyKindOfChineseGetsChinese(String range) {
        assertThat(AcceptLanguage.of(range)).isEqualTo(Language.ZH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "en-GB",
                "EN_us",
                "eng",
                "fr",
                "de-AT, fr;q=0.5",
                "ja",
                "ko",
                "bo-CN",
                "ii-CN",
                "za",
                "zha",
                "*",
                "",
                " ",
                ",",
                ";",
                "zh;q=0",
                "zh;q=0.000",
                "zh;q=2",
                "zh;q=x",
                "zh-",
                "-zh",
                "zh zh",
                "中文",
                "zh-CN.UTF-8",
                "*;q=0",
                "x-zh",
                "i-klingon"
            })
    void anythingElseGetsEnglish(String header) {
        assertThat(AcceptLanguage.of(header)).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8      | ZH",
                "en-US,en;q=0.9,zh-CN;q=0.8   | EN",
                "en;q=0.8, zh-TW              | ZH",
                "en;q=0.5, zh;q=0.5           | EN",
                "zh;q=0.5, en;q=0.5           | ZH",
                "fr, zh-HK;q=0.2              | ZH",
                "fr, zh-HK;q=0.2, en;q=0.1    | ZH",
                "en;q=0.1, *                  | ZH",
                "zh;q=0.1, *                  | EN",
                "*;q=0.1, zh                  | ZH",
                "en;q=0                       | ZH",
                "en;q=0, fr                   | ZH",
                "zh-TW;q=0, zh                | ZH",
                "zh;q=0, *                    | EN",
                "zh;q=0, en;q=0               | EN",
                "en;q=oops, zh;q=0.1          | ZH",
            })
    void theHighestQualityIsPreferredAndThenTheFirst(String header, Language preferred) {
        assertThat(AcceptLanguage.of(header)).isEqualTo(preferred);
    }

    @Property
    void aHeaderThatNamesNeitherGetsEnglish(@ForAll String header) {
        String other = header.replaceAll("[A-Za-z]", "q");
        assertThat(AcceptLanguage.of(other)).isEqualTo(Language.EN);
    }

    @Test
    void aHeaderOfAnyLengthIsReadSoon() {
        assertThat(AcceptLanguage.of("zh" + "-a".repeat(100_000) + ",en")).isEqualTo(Language.ZH);
        assertThat(AcceptLanguage.of("fr,".repeat(100_000))).isEqualTo(Language.EN);
    }
}
