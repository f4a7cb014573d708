package io.subsidyrules.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts say nothing that a project could be told apart by. */
class SayingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "——",
                "/",
                "...",
                "（）",
                "***",
                "……",
                "0",
                "00",
                "000",
                "〇",
                "1111",
                "aaaa",
                "xx",
                "XXX",
                "某某",
                "无",
                "無",
                "无。",
                "（无）",
                "暂　无",
                "⽆",
                "没有",
                "没有编号",
                "无编号",
                "無編號",
                "暂无编号",
                "未编号",
                "尚未编号",
                "无名称",
                "未命名",
                "同上",
                "空",
                "不详",
                "未知",
                "待定",
                "待补",
                "待补充",
                "测试",
                "XX项目",
                "某公司",
                "项目名称",
                "NA",
                "N/A",
                "n/ａ",
                "N.A.",
                "Ｎ／Ａ",
                "N/Α",
                "None",
                "none.",
                "<none>",
                "(null)",
                "nil",
                "unknown",
                "TBD",
                "to be determined",
                "test",
                "string"
            })
    void someTextsSayNothing(String text) {
        assertThat(Saying.nothing(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "A",
                "甲",
                "11",
                "AA",
                "999",
                "N11",
                "N-11",
                "F00",
                "N0",
                "T0D0",
                "1.1.1.1",
                "11-11",
                "Nan",
                "Foo",
                "AAA",
                "Q/1",
                "\uD88C\uDF00",
                "无锡",
                "无锡中心",
                "无人机",
                "无线充电",
                "未来",
                "未名湖",
                "空港",
                "不二",
                "其他山",
                "测试中心",
                "待定山",
                "None Such Valley",
                "Nanjing",
                "Test Valley",
                "Nan Jing"
            })
    void namesThatBeginLikeThemSaySomething(String text) {
        assertThat(Saying.nothing(text)).isFalse();
    }

    @Property(tries = 3000)
    void whatIsAPlainNameAtOnceSaysSomethingInItsCanonicalForm(@ForAll("names") String name) {
        String canonical = CanonicalForm.of(name);
        assertThat(Saying.nothing(name)).isEqualTo(Saying.isNothing(canonical));
        if (Saying.isPlainName(name)) {
            assertThat(canonical).hasSizeLessThanOrEqualTo(name.length());
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("0011aAxX -_/.,无号第某〇１Ａ\u9FFF\u0660\u2163".toCharArray())
                .ofMaxLength(6);
    }

    @Test
    void mostNamesAreKnownAtOnceToSaySomething() {
        assertThat(List.of("ISO 1:2022", "22-1", "设计中心4", "C3", "GB/T 20001-2023"))
                .allMatch(Saying::isPlainName);
        assertThat(List.of("1", "11", "1.1", "设计中心", "设计中心（4）", "N\u00ba 7", ""))
                .noneMatch(Saying::isPlainName);
    }
}
