package io.subsidyrules.faults;

import static io.subsidyrules.faults.FaultExample.RULES;
import static java.util.Objects.requireNonNull;

import io.subsidyrules.PoundGrants;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mistakes that a text cannot show: of sizes, of bytes, and of the file system. */
final class MadeExamples {

    private static final String POLICY = "hebei-quality-2022/";
    private static final String MEASURE = POLICY + "measure-01.drl";
    private static final String REPEATED = POLICY + "repeated.scenarios.yaml";
    private static final String CLAIMS = POLICY + "claims.drl";

    private final Path temporary;

    MadeExamples(Path temporary) {
        this.temporary = temporary;
    }

    List<FaultExample> all() throws IOException {
        return List.of(
                example(FaultCode.NOT_UTF8, "claims.drl saved as GBK", inGbk(), new Place(CLAIMS, 9, 38)),
                example(FaultCode.FILE_TOO_LARGE, "a file beyond the limit", tooLarge(), Place.startOf(MEASURE)),
                example(FaultCode.FILE_UNREADABLE, "a link to nowhere", linkTo("nowhere"), Place.startOf(CLAIMS)),
                example(FaultCode.FILE_OUTSIDE, "a link to elsewhere", linkTo("elsewhere"), Place.startOf(CLAIMS)),
                example(FaultCode.FILE_LINKED, "a hard link", hardLink(), Place.startOf(CLAIMS)),
                ofFile(FaultCode.FILE_UNSETTLED, "written all the time"),
                example(
                        FaultCode.FILE_NAME,
                        "a line break in a name",
                        oddName(),
                        Place.startOf(POLICY + "odd□name.drl")),
                example(FaultCode.FOLDER_TOO_LARGE, "65 files of 256 KiB", folderTooLarge(), Place.startOf(".")),
                example(FaultCode.TOO_MANY_FILES, "2,001 files", tooManyFiles(), Place.startOf(".")),
                tooManyFaults(),
                example(FaultCode.TOO_MANY, "61 conditions", tooManyConditions(), new Place(MEASURE, 6, 6)),
                example(FaultCode.TOO_ENTANGLED, "41 rules", entangled(), new Place(POLICY + "more.drl", 2, 6)),
                example(FaultCode.TOO_EXPENSIVE, "a long list", tooExpensive(), new Place(POLICY + "more.drl", 2, 6)),
                example(
                        FaultCode.MONEY_OF_APPLICANT,
                        "a field of the vocabulary",
                        moneyOfApplicant(),
                        new Place("grants-2024/grants.drl", 13, 16)),
                example(
                        FaultCode.LIMIT_OF_CURRENCIES,
                        "a limit on the awards of two policies",
                        limitOfCurrencies(),
                        new Place("grants-2024/limit.drl", 6, 15)),
                ofTheService(FaultCode.FOLDER_UNREADABLE, new Text("is not there", "不存在")),
                example(FaultCode.TOO_MANY_CLAIMS, "a list repeated", tooManyClaims(), Place.startOf(REPEATED)),
                notTried(),
                tooLong(),
                ofTheService(FaultCode.JUDGING_FAILED, "IllegalStateException"),
                example(FaultCode.NO_POLICY, "only the vocabulary", onlyVocabulary(), Place.startOf(".")));
    }

    private static FaultExample example(FaultCode code, String mistake, RuleSources sources, Place place) {
        return new FaultExample(code, mistake, sources, place, List.of());
    }

    private static RuleSources moneyOfApplicant() {
        RuleSources declared = FaultExample.changed(
                PoundGrants.beside(RULES),
                "vocabulary/applicant.drl",
                "    newEconomy :",
                "    turnover : BigDecimal @en( \"turnover\" ) @zh( \"营业额\" )\n    newEconomy :");
        return FaultExample.changed(
                declared,
                "grants-2024/grants.drl",
                "kind == ApplicantKind.ENTERPRISE",
                "turnover < 1_000_000, kind == ApplicantKind.ENTERPRISE");
    }

    private static RuleSources limitOfCurrencies() {
        return FaultExample.with(PoundGrants.beside(RULES), "grants-2024/limit.drl", """
                package grants_2024; import vocabulary.*; global java.time.LocalDate asOf;
                rule "limit of a year"
                    @clause( "1.1" )
                    date-effective "2022-01-01"
                when
                    $awards : Awards( policy in ( "grants-2024", "hebei-quality-2022" ), year == asOf.year )
                then
                    limit( $awards, gbp( 1_000 ) );
                end
                """);
    }

    private static RuleSources inGbk() {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        files.put(CLAIMS, FaultExample.text(RULES, CLAIMS).getBytes(Charset.forName("GBK")));
        return new RuleSources(files);
    }

    private static RuleSources tooLarge() {
        String text = FaultExample.text(RULES, MEASURE);
        return FaultExample.with(RULES, MEASURE, text + "/".repeat(Limits.FILE_KIB * 1024 + 1 - text.length()));
    }

    private RuleSources linkTo(String target) throws IOException {
        Path folder = copied(target + "/rules", RULES);
        Path elsewhere = temporary.resolve("elsewhere.drl");
        Files.write(elsewhere, requireNonNull(RULES.files().get(CLAIMS)));
        Files.delete(folder.resolve(CLAIMS));
        Files.createSymbolicLink(
                folder.resolve(CLAIMS), target.equals("nowhere") ? folder.resolve("nowhere.drl") : elsewhere);
        return SourceFolder.sources(folder);
    }

    private RuleSources hardLink() throws IOException {
        Path folder = copied("linked/rules", RULES);
        Files.createLink(temporary.resolve("another-name.drl"), folder.resolve(CLAIMS));
        return SourceFolder.sources(folder);
    }

    private RuleSources tooManyFiles() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        byte[] empty = requireNonNull(RuleSources.of(Map.of("-", "package hebei_quality_2022; import vocabulary.*;"))
                .files()
                .get("-"));
        for (int i = files.size(); i <= Limits.FILES; i++) {
            files.put(POLICY + "empty-" + i + ".drl", empty);
        }
        return SourceFolder.sources(copied("many", new RuleSources(files)));
    }

    private RuleSources oddName() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        files.put(
                POLICY + "odd\nname.drl",
                "package hebei_quality_2022; import vocabulary.*;".getBytes(StandardCharsets.UTF_8));
        return SourceFolder.sources(copied("odd", new RuleSources(files)));
    }

    private RuleSources folderTooLarge() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        byte[] large = "package hebei_quality_2022; import vocabulary.*; //".getBytes(StandardCharsets.UTF_8);
        large = Arrays.copyOf(large, Limits.FILE_KIB * 1024);
        Arrays.fill(large, 51, large.length, (byte) 'x');
        for (int i = 0; i <= Limits.FOLDER_MIB * 1024 / Limits.FILE_KIB; i++) {
            files.put(POLICY + "z-" + i + ".drl", large);
        }
        return SourceFolder.sources(copied("large", new RuleSources(files)));
    }

    private Path copied(String name, RuleSources sources) throws IOException {
        Path folder = temporary.resolve(name);
        for (Map.Entry<String, byte[]> file : sources.files().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(requireNonNull(copy.getParent()));
            Files.write(copy, file.getValue());
        }
        return folder;
    }

    private static FaultExample tooManyFaults() {
        String text = FaultExample.text(RULES, MEASURE) + "★ ".repeat(101);
        return new FaultExample(
                FaultCode.TOO_MANY_FAULTS,
                "101 faults",
                FaultExample.with(RULES, MEASURE, text),
                Place.startOf(MEASURE),
                Collections.nCopies(100, FaultCode.UNEXPECTED_CHARACTER));
    }

    private static RuleSources tooManyConditions() {
        String conditions = ", listed == true".repeat(Limits.CONDITIONS);
        return FaultExample.changed(RULES, MEASURE, "listed == true", "listed == true" + conditions);
    }

    /** Each of 20 rules on national centres excludes each of 21 on provincial ones, but none of its own kind. */
    private static RuleSources entangled() {
        String items = IntStream.rangeClosed(1, 41)
                .mapToObj("          - { id: more-%d, title: { en: more, zh: 更多 } }\n"::formatted)
                .collect(Collectors.joining());
        String rules = IntStream.rangeClosed(1, 41)
                .mapToObj(i -> """
                        rule "more-%d" @clause( "1.1" ) @per( "centre" ) date-effective "2022-09-06"
                        when
                            $centre : MeasurementCentre( level == CentreLevel.%s )
                        then
                            award( $centre, yuan( 1 ) );
                        end
                        """.formatted(i, i <= 20 ? "NATIONAL" : "PROVINCIAL"))
                .collect(Collectors.joining());
        RuleSources more = FaultExample.with(
                RULES, POLICY + "more.drl", "package hebei_quality_2022; import vocabulary.*;\n" + rules);
        return FaultExample.changed(
                more,
                POLICY + "policy.yaml",
                "          - id: standard-leader\n",
                items + "          - id: standard-leader\n");
    }

    /** One rule whose sixty comparisons each name a long text. */
    private static RuleSources tooExpensive() {
        String text = "x".repeat(Limits.TEXT - 10);
        String conditions = IntStream.range(0, 58)
                .mapToObj(condition -> IntStream.range(0, 2)
                        .mapToObj(i -> "name != \"%s%d-%d\"".formatted(text, condition, i))
                        .collect(Collectors.joining(" && ")))
                .collect(Collectors.joining(",\n        "));
        RuleSources more = FaultExample.with(RULES, POLICY + "more.drl", """
                package hebei_quality_2022; import vocabulary.*;
                rule "more" @clause( "1.1" ) @per( "centre" ) date-effective "2022-09-06"
                when
                    $centre : MeasurementCentre( %s )
                then
                    award( $centre, yuan( 1 ) );
                end
                """.formatted(conditions));
        return FaultExample.changed(
                more,
                POLICY + "policy.yaml",
                "          - id: standard-leader\n",
                "          - { id: more, title: { en: more, zh: 更多 } }\n          - id: standard-leader\n");
    }

    /** What the service itself says of a folder that it could not look through. */
    private static FaultExample ofTheService(FaultCode code, Object... details) {
        Place place = Place.startOf(".");
        RuleSources nothing = new RuleSources(new TreeMap<>(), List.of(Fault.of(place, code, details)));
        return example(code, "no file", nothing, place);
    }

    /** What the service says of a file that it did not read. */
    private static FaultExample ofFile(FaultCode code, String mistake) {
        Place place = Place.startOf(CLAIMS);
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        files.remove(CLAIMS);
        return example(code, mistake, new RuleSources(files, List.of(Fault.of(place, code))), place);
    }

    private static FaultExample tooLong() {
        Place place = Place.startOf(POLICY + "measure-09.scenarios.yaml");
        Fault fault = Fault.of(place, FaultCode.JUDGING_TOO_LONG, 60, 41);
        return example(fault.code(), "scenarios of many claims", new RuleSources(RULES.files(), List.of(fault)), place);
    }

    private static FaultExample notTried() {
        Place place = Place.startOf(POLICY + "policy.yaml");
        Fault fault = Fault.of(place, FaultCode.CHANGE_NOT_TRIED, "hebei-quality-2022");
        return example(
                fault.code(), "too many faults elsewhere", new RuleSources(RULES.files(), List.of(fault)), place);
    }

    /** One list of a thousand claims, to which two hundred more scenarios refer. */
    private static RuleSources tooManyClaims() {
        String claims = String.join(", ", Collections.nCopies(1_000, "1"));
        String scenarios = IntStream.rangeClosed(1, Limits.SCENARIO_CLAIMS / 1_000)
                .mapToObj("- { name: repeated %d, claims: *all, expect: { total: 0.00 } }\n"::formatted)
                .collect(Collectors.joining());
        return FaultExample.with(RULES, REPEATED, """
                asOf: 2023-05-01
                scenarios:
                - { name: all, claims: &all [ %s ], expect: { total: 0.00 } }
                %s""".formatted(claims, scenarios));
    }

    private static RuleSources onlyVocabulary() {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        files.keySet().removeIf(path -> !path.startsWith("vocabulary/"));
        return new RuleSources(files);
    }
}
