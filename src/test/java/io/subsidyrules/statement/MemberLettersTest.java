package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A letter says what members of lists come to, and names the facts of one that are missing. */
class MemberLettersTest {

    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/members")));

    @Test
    void anEmptyListComesToNothingAndIsNotCalledAGivenNumber() {
        assertThat(letter("", Language.EN)).contains("the contract is at least 12, and insured (comes to: 0)");
        assertThat(letter("", Language.ZH)).contains("合同月数不少于12，且已参保（得数：0）");
    }

    @Test
    void aFactThatIsYesOrNoIsAskedOfAMemberAsSuch() {
        String worker = "{ \"months\": 12, \"wage\": 3000, \"hiredOn\": \"2024-01-01\" }";
        assertThat(letter(worker, Language.EN)).contains("Worker 1: insured (claim 1)?", "- worker 1: insured\n");
        assertThat(letter(worker, Language.ZH)).contains("申报事项1：员工1已参保？", "- 员工1已参保\n");
    }

    private static String letter(String workers, Language language) {
        return new Letter("""
                { "asOf": "2024-05-01", "applicant": { "id": "91130100MA0ABCDE10", "founded": "2023-01-01" }, "claims": [
                  { "type": "Jobs", "id": "c1", "place": "east", "quota": 5, "cost": 0, "workers": [ %s ] } ] }""".formatted(workers), Explain.SUMMARY)
                .in(StatementForm.TEXT, language, RULES)
                .replaceAll("(?<=[a-z])\n      (?=[a-z0-9])", " ");
    }
}
