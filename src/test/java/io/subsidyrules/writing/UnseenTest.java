package io.subsidyrules.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can see in a text. */
class UnseenTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, '\t', '\n', 0x7F, 0x85, 0xAD, 0x34F, 0x061C, 0x115F, 0x17B4, 0x180E, 0x200B, 0x200D, 0x200E, 0x2028,
                0x2029, 0x202E, 0x2060, 0x2066, 0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xE000, 0xF8FF, 0xFDD0,
                0xFFFE, 0x1FFFF, 0x0378, 0x1BCA0, 0x1D173, 0xE0001, 0xE0100, 0xF0000, 0x10FFFF
            })
    void isFoundByItsPlaceAmongTheCharacters(int character) {
        assertThat(Unseen.first("A😀" + Character.toString(character) + "B")).contains(new Unseen(character, 3));
    }

    @Test
    void halfOfAPairIsNone() {
        assertThat(Unseen.first("甲\uD83D乙")).contains(new Unseen(0xD83D, 2));
        assertThat(Unseen.first("\uDE00")).contains(new Unseen(0xDE00, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GB/T 20001-2023 ",
                "\u3000甲\u00A0乙\u2009丙",
                "é e\u0301 ā",
                "䶮𠮷",
                "葛\uDB40\uDD00城",
                "芦\uFE00",
                "\uD88C\uDF00",
                "😀",
                "ᠮᠣᠩᠭᠣᠯ",
                "བོད",
                "ئۇيغۇر"
            })
    void whatNamesAreWrittenInIsSeen(String text) {
        assertThat(Unseen.first(text)).isEqualTo(Optional.empty());
    }

    @Test
    void itIsNamedWithItsPlaceInBothLanguages() {
        Unseen unseen = new Unseen(0x200B, 16);
        assertThat(unseen.detail().en())
                .isEqualTo("The character U+200B (zero width space) at position 16 cannot be seen. Leave it out.");
        assertThat(unseen.detail().zh()).isEqualTo("第 16 个字符 U+200B (zero width space) 不可见，请删除。");
        assertThat(new Unseen(0xE000, 1).detail().en()).contains("U+E000 at position 1 is for private use");
        assertThat(new Unseen(0xFFFE, 1).detail().en()).contains("U+FFFE at position 1 is not a character of Unicode");
        assertThat(new Unseen(0xD800, 1).detail().en()).contains("U+D800 at position 1 is half of a surrogate pair");
    }
}
