package io.subsidyrules.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which spellings a project would be taken for another one at a glance, or typed again by somebody else. */
class LookAlikeFormTest {

    private static final String STANDARD = "GB/T 20001-2023";
    private static final String[] UNITS = {"千", "百", "十", ""};

    /** Letters with one that cannot be told from it beside each. */
    private static final List<String> TWINS = List.of("aа", "cс", "eе", "pр", "xх", "yу", "oο", "国國", "标標", "口囗", "工エ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB∕T 20001-2023",
                "GB⁄T 20001-2023",
                "GB⧸T 20001-2023",
                "GB⟋T 20001-2023",
                "GB╱T 20001-2023",
                "GBノT 20001-2023",
                "GB|T 20001-2023",
                "GB∶T 20001-2023",
                "GB´T 20001-2023",
                "GB_T 20001_2023",
                "GB/T 20001˗2023",
                "GB/T 20001➖2023",
                "GB/T 20001⎯2023",
                "GB/T 20001∼2023",
                "GB/T 20001¯2023",
                "GB/T 20001ー2023",
                "GB/T 20001 一 2023",
                "GB/T 20001・2023",
                "GB/T 20001:2023",
                "“GB/T 20001-2023”",
                "【GB/T】20001—2023",
                "GB/T 20001（2023）"
            })
    void marksOfEveryKindAreTakenForOneAnother(String spelling) {
        assertThat(look(spelling)).isEqualTo(look(STANDARD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ᏀᏴ/Ꭲ 20001-2023",
                "ꮐꮟ/ꭲ 20001-2023",
                "ɢʙ/ᴛ 20001-2023",
                "ꓖꓐ/ꓔ 20001-2023",
                "Ġḃ/Ṫ 20001-2023",
                "Gʙ/Ŧ 20001-2023",
                "🅶🅱/🆃 20001-2023",
                "G\u0332B\u20DD/T 20001-2023",
                "GB/T 20001-2023®",
                "GB/T 20001-2023°",
                "GB/T 20001-2023*",
                "GB/T 20001-2023™",
                "GB/T 20001-2023©",
                "★GB/T 20001-2023"
            })
    void lettersOfOtherScriptsAccentsAndSignsDoNotCount(String spelling) {
        assertThat(look(spelling)).isEqualTo(look(STANDARD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB/T ٢٠٠٠١-٢٠٢٣",
                "GB/T २०००१-२०२३",
                "GB/T ２０００１-2023",
                "GB/T❷⓿⓿⓿❶-2023",
                "GB/T 二〇〇〇一-2023",
                "GB/T 2○○○1-2023",
                "GB/T 2零零零1-2023",
                "GB/T 2OOOl-2O23",
                "GB/T 2000|-2023",
                "GB/T 020001-2023",
                "GB/T 20,001-2023",
                "GB/T 20 001-2023",
                "GB/T 2 0 0 0 1-2023",
                "GB/T 20001-2023年",
                "GB/T No.20001-2023",
                "GB/T №20001-2023",
                "GB/T 第20001号-2023",
                "编号：GB/T 20001-2023",
                "标准号 GB/T 20001-2023"
            })
    void oneNumberIsOneHoweverItIsTyped(String spelling) {
        assertThat(look(spelling)).isEqualTo(look(STANDARD));
    }

    @ParameterizedTest
    @CsvSource({
        "中心一期, 中心1期",
        "中心一期, 中心Ⅰ期",
        "中心一期, 中心壹期",
        "中心一期, 中心㈠期",
        "中心一期, 中心ー期",
        "中心一期, 中心—期",
        "中心二期, 中心Ⅱ期",
        "中心二期, 中心II期",
        "中心二期, 中心Il期",
        "第十二期, 第12期",
        "第二十期, 第20期",
        "第一百零五号, 第105号",
        "二〇二三, 2023",
        "GB/T 2828-二〇一〇, GB/T 2828-2010",
        "河北〔二〇一〇〕五号, 河北〔2010〕5号",
        "二零一零, 2010",
        "二○一○, 2010",
        "二O一O, 2010",
        "二0一0, 2010",
        "二0一一, 2011",
        "2〇1〇, 2010",
        "〇一〇, 010",
        "一0一0, 1010",
        "2023一1一2, 2023-1-2",
        "廿三期, 23期",
        "卅期, 30期",
        "〡〢〣, 123",
        "第01期, 第1期",
        "№5中心, 5号中心",
        "1#楼改造, 1号楼改造",
        "JX-001, JX1",
        "GB/T 20001.1-2023, GB/T 20001.01-2023",
        "2023.05, 2023-5",
        "JX001, JX-1",
        "2023年05月01日, 2023-5-1",
        "Phase II, Phase 2",
        "计算机, 計算機",
        "检查中心, 検査中心",
        "真丰应用总汇, 眞豊応用総滙",
        "峰秘线, 峯祕綫",
        "日照中心, 曰照中心",
        "未来中心, 末来中心",
        "Łódź, Lodz",
        "modern, modem",
        "5G+工业互联网, 5G工业互联网"
    })
    void whatIsTypedAnotherWayHasItsLook(String one, String other) {
        assertThat(look(one)).isEqualTo(look(other));
    }

    @ParameterizedTest
    @CsvSource({
        "GB/T 10-2020, GB/T 1-2020",
        "GB/T 100-2020, GB/T 10-2020",
        "中心一期, 中心十期",
        "中心十一期, 中心一期",
        "二十期, 二期",
        "三十期, 二三十期",
        "第2期, 第11期",
        "0.5吨, 0.05吨",
        "2023-1, 2023-11",
        "A+, AA+",
        "A, A+",
        "百货中心, 十货中心"
    })
    void anotherNumberIsAnother(String one, String other) {
        assertThat(look(one)).isNotEqualTo(look(other));
    }

    @Test
    void everyNumberHasALookOfItsOwnInDigitsAndInChinese() {
        Set<String> looks = new HashSet<>();
        for (int number = 1; number < 10_000; number++) {
            String look = look("第" + number + "期");
            assertThat(looks.add(look)).as("%s", number).isTrue();
            assertThat(look("第" + chinese(number) + "期")).as(chinese(number)).isEqualTo(look);
        }
    }

    @Test
    void everyNumberHasTheLookOfItsDigitsInChinese() {
        for (int number = 1; number < 10_000; number++) {
            String digits = Integer.toString(number);
            for (String zero : List.of("〇", "零", "○")) {
                String chinese = digits.chars()
                        .mapToObj(one -> one == '0' ? zero : String.valueOf("零一二三四五六七八九".charAt(one - '0')))
                        .collect(Collectors.joining());
                assertThat(look("第" + chinese + "号文")).as(chinese).isEqualTo(look("第" + digits + "号文"));
            }
        }
    }

    /** As it is read out: 一千零二十. */
    private static String chinese(int number) {
        StringBuilder chinese = new StringBuilder();
        boolean zero = false;
        for (int i = 0; i < UNITS.length; i++) {
            int unit = (int) Math.pow(10, UNITS.length - 1 - i);
            int digit = number / unit % 10;
            if (digit == 0) {
                zero = !chinese.isEmpty();
            } else {
                chinese.append(zero ? "零" : "")
                        .append("零一二三四五六七八九".charAt(digit))
                        .append(UNITS[i]);
                zero = false;
            }
        }
        return chinese.toString();
    }

    @Test
    void noTwoDivisionsOfTheCountryLookTheSame() throws IOException {
        List<String> names = Files.readAllLines(FirstPolicy.FOLDER.resolve("vocabulary/divisions.csv")).stream()
                .skip(1)
                .map(line -> CanonicalForm.of(line.split(",", -1)[1]))
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(4_000);
        assertThat(names.stream().map(LookAlikeForm::of)).doesNotHaveDuplicates();
    }

    @Property
    void twinsHaveOneLookWhereverTheyStand(
            @ForAll @Chars({'a', 'c', 'e', 'p', 'x', 'y', 'o', '国', '标', '口', '工', '1', '2', '-', ' ', '.', '一', '期'})
                    String text,
            @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder other = new StringBuilder();
        text.chars().forEach(one -> other.append(twin((char) one, random)));
        assertThat(look(other.toString())).isEqualTo(look(text));
    }

    private static char twin(char one, Random random) {
        return TWINS.stream()
                .filter(pair -> pair.charAt(0) == one && random.nextBoolean())
                .map(pair -> pair.charAt(1))
                .findFirst()
                .orElse(one);
    }

    private static String look(String text) {
        return LookAlikeForm.of(CanonicalForm.of(text));
    }
}
