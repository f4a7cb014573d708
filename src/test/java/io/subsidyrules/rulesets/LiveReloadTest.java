package io.subsidyrules.rulesets;

import static io.subsidyrules.rulesets.RulesCopy.DESIGN;
import static io.subsidyrules.rulesets.RulesCopy.SCENARIOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.notice.NoticeCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved in the rules folder goes live, if and only if it is sound, however it comes to be saved. */
class LiveReloadTest {

    private static final String LARGER_CEILING = "1_000_000 ) ) );";
    private static final byte[] PURCHASE = """
            { "asOf": "2023-05-01",
              "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100",
                             "industry": "MANUFACTURING" },
              "claims": [ { "type": "DesignPurchase", "id": "c", "approvedExpenses": 9000000 } ] }
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private RulesCopy rules;
    private Following following;

    @BeforeEach
    void start() {
        rules = RulesCopy.at(temporary.resolve("rules"));
        following = Following.start(rules.folder(), temporary.resolve("data"));
        assertThat(following.state().state()).isEqualTo(RulesetState.State.CURRENT);
    }

    @AfterEach
    void stop() {
        following.close();
    }

    @Test
    void aSaveGoesLiveAndWhoHoldsTheOldRulesetKeepsIt() {
        Ruleset before = following.live().current();
        rules.withoutScenarios().edit(DESIGN, LARGER_CEILING, "2_000_000 ) ) );");
        following.next(now -> total(following.live().current()).equals("2000000.00"));
        assertThat(total(before)).isEqualTo("1000000.00");
        assertThat(following.version()).isNotEqualTo(before.version());
        assertThat(following.state().live().orElseThrow().origin()).isEqualTo(RulesetState.Origin.FOLDER);
    }

    @Test
    void aFaultNeverGoesLiveAndIsToldUntilItIsMended() {
        String before = following.version();
        rules.edit(DESIGN, "Industry.MANUFACTURING", "Industry.MANUFACTURE");
        RulesetState refused = following.next(now -> now.state() == RulesetState.State.STALE);
        assertThat(refused.state()).isEqualTo(RulesetState.State.STALE);
        assertThat(refused.folder().faults()).extracting(Fault::code).containsExactly(FaultCode.UNKNOWN_CONSTANT);
        assertThat(refused.folder()
                        .sources()
                        .excerpt(refused.folder().faults().get(0).place())
                        .line())
                .contains("Industry.MANUFACTURE ");
        assertThat(following.version()).isEqualTo(before);
        rules.edit(DESIGN, "Industry.MANUFACTURE", "Industry.MANUFACTURING");
        following.next(now -> now.state() == RulesetState.State.CURRENT);
        assertThat(following.version()).isEqualTo(before);
    }

    @Test
    void rulesWhoseScenariosFailNeverGoLive() {
        String before = following.version();
        rules.edit(DESIGN, LARGER_CEILING, "2_000_000 ) ) );");
        RulesetState refused = following.next(now -> now.state() == RulesetState.State.STALE);
        assertThat(refused.state()).isEqualTo(RulesetState.State.STALE);
        assertThat(refused.folder().faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.SCENARIO_FAILED);
            assertThat(fault.place().file()).endsWith(".scenarios.yaml");
        });
        assertThat(following.version()).isEqualTo(before);
    }

    @Test
    void aScenarioAloneIsJudgedTooAndLeavesTheVersionAsItIs() {
        String before = following.version();
        rules.edit(SCENARIOS, "total: 1000000.00", "total: 1000000.01");
        assertThat(following.next().folder().faults()).extracting(Fault::code).containsOnly(FaultCode.SCENARIO_FAILED);
        assertThat(following.version()).isEqualTo(before);
        rules.edit(SCENARIOS, "total: 1000000.01", "total: 1000000.00");
        following.next(now -> now.state() == RulesetState.State.CURRENT);
    }

    @Test
    void aHalfWrittenFileEndsUpAsWhatWasMeant() throws IOException {
        String whole = rules.text(DESIGN) + "// whole\n";
        for (int part : new int[] {2, 1}) {
            Files.writeString(rules.path(DESIGN), whole.substring(0, whole.length() / part));
        }
        RulesetState now = following.next(one -> one.state() == RulesetState.State.CURRENT);
        assertThat(now.folder().sources().files().get(DESIGN)).isEqualTo(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatIsLeftHalfWrittenIsRefusedUntilTheRestFollows() {
        String before = following.version();
        String whole = rules.text(DESIGN) + "// whole\n";
        rules.save(DESIGN, whole.substring(0, whole.length() / 2));
        following.next(now -> now.state() == RulesetState.State.STALE);
        assertThat(following.version()).isEqualTo(before);
        rules.save(DESIGN, whole);
        following.next(now -> now.state() == RulesetState.State.CURRENT);
    }

    @Test
    void editorsFilesAreNoRules() {
        String folder = "hebei-quality-2022/";
        for (String name : List.of(
                ".measure-09.drl.swp",
                "measure-09.drl~",
                "#measure-09.drl#",
                "4913",
                "x.tmp",
                ".#measure-09.drl",
                "measure-09.drl.bak",
                ".git/config.drl",
                "measure-09.drl.part")) {
            rules.save(folder + name, "rule rule rule");
        }
        rules.comment(DESIGN, "saved");
        RulesetState now = following.next();
        assertThat(now.state()).isEqualTo(RulesetState.State.CURRENT);
        assertThat(now.folder().sources().files())
                .hasSameSizeAs(SourceFolder.sources(FirstPolicy.FOLDER).files());
    }

    @Test
    void aFileThatWordLeavesBehindIsNoRuleAndATestFileUnderAWrongNameIsTold() {
        rules.save("hebei-quality-2022/~$claims.drl", "\0owner\0");
        rules.save("hebei-quality-2022/measure-25.scenarios.yml", "scenarios: []");
        RulesetState now = following.next(one -> one.folder().noticeCount() == 2);
        assertThat(now.state()).isEqualTo(RulesetState.State.CURRENT);
        assertThat(now.folder().notices())
                .extracting(noticed -> noticed.notice().code())
                .containsExactly(NoticeCode.FILE_PASSED_OVER, NoticeCode.FILE_LEFT_OVER);
    }

    @Test
    void anAmountThatIsChangedInPlaceIsToldToChangeAnswersForPastDaysUntilTheNextChange() {
        rules.withoutScenarios();
        following.next();
        rules.edit(DESIGN, "award( $centre, yuan( 1_000_000 ) )", "award( $centre, yuan( 1_200_000 ) )");
        assertThat(changes(following.next())).containsExactly(DESIGN + ":8:6");
        rules.save(SCENARIOS, "# none yet\n");
        assertThat(changes(following.next())).containsExactly(DESIGN + ":8:6");
        rules.comment(DESIGN, "the next change");
        assertThat(changes(following.next())).isEmpty();
    }

    @Test
    void aNewRuleFromADayOnChangesNoAnswerForPastDays() {
        rules.withoutScenarios();
        following.next();
        rules.save(
                DESIGN,
                rules.text(DESIGN)
                                .replaceFirst(
                                        "date-effective \"2022-09-06\"",
                                        "date-effective \"2022-09-06\"\n    date-expires \"2027-01-01\"")
                        + """
                        rule "provincial-design-centre-2027" extends "enterprise registered in Hebei"
                            @item( "provincial-design-centre" ) @clause( "9.1" ) @per( "centre" )
                            date-effective "2027-01-01"
                        when
                            $centre : DesignCentre( level == CentreLevel.PROVINCIAL )
                        then
                            award( $centre, yuan( 1_200_000 ) );
                        end
                        """);
        RulesetState now = following.next();
        assertThat(now.state()).isEqualTo(RulesetState.State.CURRENT);
        assertThat(changes(now)).isEmpty();
    }

    private static List<String> changes(RulesetState now) {
        return now.folder().notices().stream()
                .map(RulesetState.Noticed::notice)
                .filter(notice -> notice.code() == NoticeCode.PAST_ANSWERS_CHANGED)
                .map(notice -> notice.place().toString())
                .toList();
    }

    @Test
    void aFileReplacedByRenamingGoesLive() throws IOException {
        String before = following.version();
        rules.save("measure-09.new", rules.text(DESIGN) + "// renamed\n");
        Files.delete(rules.path(DESIGN));
        Files.move(rules.path("measure-09.new"), rules.path(DESIGN));
        following.next(now -> now.state() == RulesetState.State.CURRENT);
        assertThat(following.version()).isNotEqualTo(before);
    }

    @Test
    void aFileDeletedAndMadeAgainEndsUpLive() throws IOException {
        String before = following.version();
        String text = rules.text(DESIGN);
        Files.delete(rules.path(DESIGN));
        RulesetState without = following.next(now -> now.state() == RulesetState.State.STALE);
        assertThat(without.state()).isEqualTo(RulesetState.State.STALE);
        assertThat(without.folder().faults()).extracting(Fault::code).contains(FaultCode.ITEM_WITHOUT_RULE);
        rules.save(DESIGN, text);
        following.next(now -> now.state() == RulesetState.State.CURRENT);
        assertThat(following.version()).isEqualTo(before);
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsSeen() throws IOException {
        rules.comment(DESIGN, "a");
        following.next();
        FileTime time = Files.getLastModifiedTime(rules.path(DESIGN));
        String before = following.version();
        rules.edit(DESIGN, "// a", "// b");
        Files.setLastModifiedTime(rules.path(DESIGN), time);
        following.next();
        assertThat(following.version()).isNotEqualTo(before);
    }

    @Test
    void theWholeFolderTakenAwayAndPutBackEndsUpLive() throws IOException {
        String before = following.version();
        Path aside = temporary.resolve("aside");
        Files.move(rules.folder(), aside);
        RulesetState gone = following.next(now -> now.state() == RulesetState.State.STALE);
        assertThat(gone.state()).isEqualTo(RulesetState.State.STALE);
        assertThat(gone.folder().faults()).extracting(Fault::code).containsExactly(FaultCode.FOLDER_UNREADABLE);
        assertThat(following.version()).isEqualTo(before);
        Files.move(aside, rules.folder());
        following.next(now -> now.state() == RulesetState.State.CURRENT);
    }

    @Test
    void whatIsInThePlaceOfTheFolderIsTold() throws IOException {
        Path aside = temporary.resolve("aside");
        Files.move(rules.folder(), aside);
        Files.createFile(rules.folder());
        assertThat(folderFault()).contains("The rules folder is a file and no folder.");
        Files.delete(rules.folder());
        assertThat(folderFault()).contains("The rules folder is not there");
        Files.createSymbolicLink(rules.folder(), temporary.resolve("nowhere"));
        assertThat(folderFault()).contains("The rules folder is a link that leads nowhere.");
    }

    /** As a start on it finds it. */
    private String folderFault() {
        RuleSources sources = new RulesFolder(rules.folder(), () -> false).settled();
        assertThat(sources.faults()).extracting(Fault::code).containsExactly(FaultCode.FOLDER_UNREADABLE);
        return sources.faults().get(0).toString();
    }

    @Test
    void aFolderSwappedByALinkGoesLive() throws IOException {
        following.close();
        Path link = temporary.resolve("live");
        Files.createSymbolicLink(link, rules.folder());
        following = Following.start(link, temporary.resolve("data"));
        String before = following.version();
        RulesCopy second = RulesCopy.at(temporary.resolve("second")).comment(DESIGN, "second");
        Path fresh = temporary.resolve("live.new");
        Files.createSymbolicLink(fresh, second.folder());
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        following.next(now -> now.state() == RulesetState.State.CURRENT);
        assertThat(following.version()).isNotEqualTo(before);
    }

    private static String total(Ruleset ruleset) {
        return ruleset.evaluate(ruleset.reader().read(PURCHASE, LocalDate.EPOCH), Explain.SUMMARY)
                .total()
                .toString();
    }
}
