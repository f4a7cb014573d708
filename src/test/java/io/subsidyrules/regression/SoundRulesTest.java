package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.notice.Notices;
import org.junit.jupiter.api.Test;

/** The rules that are in force have no fault, and nothing in their files looks wrong. */
class SoundRulesTest {

    @Test
    void nothingOfTheRulesIsFaultyOrLooksWrong() {
        RuleSources sources = SourceFolder.sources(LiveRules.FOLDER);
        Judgement judgement = Judgement.of(sources);
        assertThat(judgement.faults()).isEmpty();
        assertThat(Notices.of(sources, judgement)).isEmpty();
    }
}
