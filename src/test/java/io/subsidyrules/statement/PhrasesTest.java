package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.policy.Language;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Pattern DETAIL = Pattern.compile("%(?:[0-9]\\$)?s");

    @Test
    void bothLanguagesHaveTheSamePhrasesWithTheSameNumberOfDetails() {
        assertThat(details(Language.EN)).isEqualTo(details(Language.ZH)).isNotEmpty();
    }

    private static SortedMap<String, Long> details(Language language) {
        return StatementWords.in(language).phrases().entrySet().stream()
                .collect(Collectors.toMap(
                        phrase -> phrase.getKey().toString(),
                        phrase -> DETAIL.matcher(phrase.getValue().toString())
                                .results()
                                .count(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
