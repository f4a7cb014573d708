package io.subsidyrules.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.FaultsException;
import io.subsidyrules.policy.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dialect refuses, each time with the place, a code and a remedy; tried on the first policy's files. */
class DialectTest {

    private static final String MEASURE = "hebei-quality-2022/measure-09.drl";
    private static final String CLAIMS = "hebei-quality-2022/claims.drl";
    private static final String POLICY = "hebei-quality-2022/policy.yaml";

    private final RuleSources sources = RuleSources.read(Path.of("rules"));

    @Test
    void theFirstPolicyIsReadWhole() {
        RuleBook book = Dialect.read(sources);
        assertThat(book.vocabulary().claims()).hasSize(13);
        assertThat(book.rules()).hasSize(26);
        assertThat(book.policies().get(0).measures()).hasSize(24);
    }

    @Test
    void theVersionIsTheHashOfPathsAndContents() {
        assertThat(RuleSources.of(Map.of()).version())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(changed(MEASURE, "50", "50 ").version()).isNotEqualTo(sources.version());
        assertThat(RuleSources.read(Path.of("rules")).version()).isEqualTo(sources.version());
    }

    @Test
    void theVersionIsPinnedAndTheNamesOfTheFilesAreInIt() {
        assertThat(RuleSources.of(Map.of("a/x.drl", "一", "a/policy.yaml", "id: a"))
                        .version())
                .isEqualTo("8ef20552cc8c0ff9cc1fd31c28dcb5e6bf24080ce4a21b241d2828faf79bd01d");
        assertThat(RuleSources.of(Map.of("b/x.drl", "一", "a/policy.yaml", "id: a"))
                        .version())
                .isNotEqualTo(RuleSources.of(Map.of("a/x.drl", "一", "a/policy.yaml", "id: a"))
                        .version());
    }

    @Test
    void aPolicyFolderWithoutRulesIsRefusedAsAreRulesInTheVocabulary() {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.put(
                "other-2024/policy.yaml",
                text(files, POLICY)
                        .replace("id: hebei-quality-2022", "id: other-2024")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refused(new RuleSources(files))).hasSize(26).allSatisfy(fault -> assertThat(fault.code())
                .isEqualTo(FaultCode.ITEM_WITHOUT_RULE));
        SortedMap<String, byte[]> misplaced = new TreeMap<>(sources.files());
        misplaced.put(
                "vocabulary/extra.drl",
                "package vocabulary; rule \"r\" when Applicant( nothing == 1 ) then end"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refused(new RuleSources(misplaced)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.told(Language.EN)).contains("The vocabulary holds"));
    }

    @Test
    void importAndGlobalAreDeclaredAsInAllDrl() {
        assertThat(refused(changed(MEASURE, "import vocabulary.*;", "")).get(0).told(Language.EN))
                .contains("import vocabulary.*;");
        assertThat(refused(changed(MEASURE, "global java.time.LocalDate asOf;", ""))
                        .get(0)
                        .told(Language.EN))
                .contains("global java.time.LocalDate asOf;");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Dialect.read(changed(MEASURE, "// Measure (9)", "\uFEFF// Measure (9)"))
                        .rules())
                .hasSize(26);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2} at {3}:{4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "level == CentreLevel.PROVINCIAL   | levl == CentreLevel.PROVINCIAL    | UNKNOWN_FIELD   | 14 | 29 | Maybe level?",
                "level == CentreLevel.PROVINCIAL   | level == CentreLevel.PROVINCAL    | UNKNOWN_CONSTANT   | 14 | 50 | Maybe PROVINCIAL?",
                "level == CentreLevel.PROVINCIAL   | level == PROVINCIAL               | CONSTANT_WITHOUT_ENUM   | 14 | 38 | CentreLevel.PROVINCIAL",
                "level == CentreLevel.PROVINCIAL   | level == BaseLevel.PROVINCIAL     | WRONG_COMPARISON     | 14 | 38 | BaseLevel",
                "level == CentreLevel.PROVINCIAL   | level > CentreLevel.PROVINCIAL    | NOT_ORDERED     | 14 | 35 | Write == or !=",
                "level == CentreLevel.PROVINCIAL   | level = CentreLevel.PROVINCIAL    | OPERATOR_REFUSED | 14 | 35 | Write ==",
                "level == CentreLevel.PROVINCIAL   | level.toString() == \"X\"         | CALL_REFUSED | 14 | 29 | toString",
                "level == CentreLevel.PROVINCIAL   | eval( true )                      | CALL_REFUSED | 14 | 29 | eval cannot be called",
                "level == CentreLevel.PROVINCIAL   | id == \"c1\"                      | CLAIM_ID_REFUSED | 14 | 29 | callers choose it",
                "level == CentreLevel.PROVINCIAL   | \"2022-09-06\" <= recognisedOn    | DATE_FIRST | 14 | 29 | Write the field first",
                "level == CentreLevel.PROVINCIAL   | level == \"PROVINCIAL\"           | CONSTANT_IN_QUOTES     | 14 | 38 | CentreLevel.PROVINCIAL",
                "level == CentreLevel.PROVINCIAL   | level == null                     | NULL_REFUSED | 14 | 38 | null",
                "$centre : DesignCentre( level == CentreLevel.PROVINCIAL | $centre : DesinCentre( level == CentreLevel.PROVINCIAL | UNKNOWN_FACT_TYPE | 14 | 15 | Maybe DesignCentre?",
                "\"2022-09-06\", recognisedOn <= asOf )\\nthen\\n    award | \"2022-09-31\", recognisedOn <= asOf )\\nthen\\n    award | BAD_DATE | 14 | 78 | is not a date",
                "award( $centre, yuan( 1_000_000 ) | award( $centre                    | AMOUNT_MISSING | 16 |  5 | has no amount",
                "award( $centre, yuan( 1_000_000 ) | award( $centre, yuan( 0 )         | AMOUNT_OUT_OF_RANGE   | 16 | 27 | lies above 0",
                "award( $centre, yuan( 1_000_000 ) | award( $center, yuan( 1_000_000 ) | UNBOUND_TARGET   | 16 | 12 | is not bound",
                "award( $centre, yuan( 1_000_000 ) | insert( new Object()              | CONSEQUENCE_REFUSED | 16 |  5 | one of award, support and refer",
                ".atMost( yuan( 1_000_000 ) )      | ` `                               | CEILING_MISSING | 39 | 23 | has no ceiling",
                "percent( 50 )                     | percent( 150 )                    | PERCENT_OUT_OF_RANGE   | 39 | 32 | at most 100",
                "@clause( \"9.1\" )                | @clause( \"9.9\" )                | UNKNOWN_CLAUSE | 9 | 14 | Maybe",
                "@clause( \"9.1\" )                | @clause( \"9.2\" )                | WRONG_CLAUSE | 9 | 14 | under clause 9.1",
                "@clause( \"9.1\" )                | ` `                               | ANNOTATION_MISSING | 8  |  6 | @clause",
                "@reading( \"newly-recognised\" )  | @reading( \"newly\" )             | UNKNOWN_READING | 11 | 15 | Maybe newly-recognised?",
                "date-effective \"2022-09-06\"\\nwhen\\n    $centre : DesignCentre( level == CentreLevel.P | when\\n    $centre : DesignCentre( level == CentreLevel.P | PERIOD_MISSING | 8 | 6 | date-effective",
                "    @per( \"centre\" )\\n    @reading( \"newly-recognised\" ) | @per( \"centre\" ) salience 10 | ATTRIBUTE_REFUSED | 10 | 22 | salience",
                "import vocabulary.*;              | import java.util.*;               | IMPORT_REFUSED | 4  |  8 | vocabulary",
                "package hebei_quality_2022;       | package hebei;                    | WRONG_PACKAGE   | 2  |  9 | hebei_quality_2022"
            })
    void aFaultOfARuleIsToldWithItsPlaceAndARemedy(
            String from, String to, String code, int line, int column, String remedy) {
        Fault fault = refused(changed(MEASURE, from.replace("\\n", "\n"), to.replace("\\n", "\n")))
                .get(0);
        assertThat(fault.place().file()).isEqualTo(MEASURE);
        assertThat(fault.code()).isEqualTo(FaultCode.valueOf(code));
        assertThat(fault.told(Language.EN)).contains(remedy);
        assertThat(fault.place().line()).as("line").isEqualTo(line);
        assertThat(fault.place().column()).as("column").isEqualTo(column);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "level : CentreLevel @changeable | level : CenterLevel          | UNKNOWN_FIELD_TYPE     | Maybe CentreLevel?",
                "recognisedOn : LocalDate        | recognisedOn : long          | UNKNOWN_FIELD_TYPE     | cannot be of type long",
                "@zh( \"认定日期\" )              | ` `                          | TITLE_MISSING | no title in Chinese",
                "NATIONAL( \"national\", \"国家级\" ) | NATIONAL( \"national\", \"\" ) | TITLE_MISSING | NATIONAL",
                "recognisedOn : LocalDate        | recognisedOn : LocalDate @duration( \"1\" ) | ANNOTATION_REFUSED | @duration",
                "declare DesignCentre extends Claim | declare DesignCentre extends java | NOT_A_CLAIM | extends Claim",
                "declare DesignPurchase extends Claim | declare DesignCentre extends Claim | DUPLICATE_NAME | DesignCentre"
            })
    void aFaultOfADeclareIsTold(String from, String to, String code, String remedy) {
        assertThat(refused(changed(CLAIMS, from, to))).anySatisfy(fault -> {
            assertThat(fault.place().file()).isEqualTo(CLAIMS);
            assertThat(fault.code()).isEqualTo(FaultCode.valueOf(code));
            assertThat(fault.told(Language.EN)).contains(remedy);
        });
    }

    @Test
    void aClauseWithNeitherItemsNorAReasonIsRefused() {
        RuleSources without = removedLines(POLICY, "        reason:");
        assertThat(refused(without)).extracting(Fault::code).contains(FaultCode.CLAUSE_UNDECIDED);
    }

    @Test
    void anItemWithoutARuleIsRefused() {
        assertThat(refused(changed(POLICY, "- id: design-purchase", "- id: design-purchases")))
                .extracting(fault -> fault.told(Language.EN))
                .anyMatch(text -> text.contains("names the item design-purchases, but no rule decides it"))
                .anyMatch(text -> text.contains("no item design-purchase. Maybe design-purchases?"));
    }

    @Test
    void aTextInOneLanguageOnlyIsRefused() {
        assertThat(refused(changed(POLICY, "  zh: 河北省人民政府\n", "")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.LANGUAGE_MISSING));
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnceInTheOrderOfTheFiles() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(changed(MEASURE, "level ==", "levl ==").files());
        files.put(
                "hebei-quality-2022/measure-01.drl",
                text(files, "hebei-quality-2022/measure-01.drl")
                        .replace("listed", "lisded")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refused(new RuleSources(files)))
                .extracting(fault -> fault.place().file())
                .containsExactly("hebei-quality-2022/measure-01.drl", MEASURE, MEASURE);
    }

    @Test
    void twoRulesForOneItemAtOneTimeAreRefused() {
        String second = text(sources.files(), "hebei-quality-2022/measure-01.drl")
                .replace("rule \"standard-leader\"", "rule \"again\"")
                .replace("@per", "@item( \"standard-leader\" ) @per");
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.put("hebei-quality-2022/measure-01b.drl", second.getBytes(StandardCharsets.UTF_8));
        assertThat(refused(new RuleSources(files)))
                .extracting(fault -> fault.told(Language.EN))
                .containsExactly(
                        "The rules \"standard-leader\" and \"again\" decide the item standard-leader at the same time. "
                                + "End the first with date-expires where the second begins.");
    }

    private RuleSources changed(String file, String from, String to) {
        String text = text(sources.files(), file);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return with(
                file,
                from.startsWith("level ==") && from.length() < 10
                        ? text.replace(from, to)
                        : text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private RuleSources removedLines(String file, String beginning) {
        StringBuilder kept = new StringBuilder();
        boolean dropping = false;
        for (String line : text(sources.files(), file).split("\n", -1)) {
            dropping = line.startsWith(beginning) || (dropping && line.startsWith(" ".repeat(10)));
            if (!dropping) {
                kept.append(line).append('\n');
            }
        }
        return with(file, kept.toString());
    }

    private RuleSources with(String file, String text) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    private static String text(SortedMap<String, byte[]> files, String file) {
        return new String(java.util.Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
    }

    private static List<Fault> refused(RuleSources sources) {
        FaultsException refused = catchThrowableOfType(FaultsException.class, () -> Dialect.read(sources));
        assertThat(refused).as("the refusal").isNotNull();
        assertThat(refused.faults())
                .allSatisfy(fault -> assertThat(fault.told(Language.ZH)).isNotBlank());
        return refused.faults();
    }
}
