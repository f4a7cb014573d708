package io.subsidyrules.growth;

import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many rules on one fact: on the applicant by its date of establishment, or on a claim by a year. */
final class BandedRules {

    private static final LocalDate ESTABLISHED = LocalDate.of(2010, 5, 1);

    private static final String TYPE = """
            declare Work extends Claim @en( "work" ) @zh( "工程" )
                project : String @key @en( "project" ) @zh( "项目" )
                year : Integer @en( "year" ) @zh( "年度" )
            end
            """;

    private BandedRules() {}

    static GeneratedPolicy onOneType(int rules) {
        return policy(
                rules,
                TYPE,
                index -> GeneratedPolicy.rule(
                        index, "$work : Work( year == %d )".formatted(index), "award( $work, yuan( 1_000 ) );"));
    }

    /** The rule of index 0 has the month in which the applicant of {@link Sample} was established. */
    static GeneratedPolicy onTheApplicant(int rules) {
        return policy(
                rules,
                TYPE,
                index -> GeneratedPolicy.rule(
                        index,
                        "$applicant : Applicant( establishedOn >= \"%s\", establishedOn < \"%s\" )"
                                .formatted(ESTABLISHED.minusMonths(index), ESTABLISHED.minusMonths(index - 1L)),
                        "support( $applicant );"));
    }

    private static GeneratedPolicy policy(int rules, String types, IntFunction<String> rule) {
        return new GeneratedPolicy(
                "banded", types, IntStream.range(0, rules).mapToObj(rule).toList());
    }

    static String claim(int number) {
        return """
                {"type":"Work","id":"c%1$d","project":"project %1$d","year":%1$d}""".formatted(number);
    }
}
