package io.subsidyrules.growth;

import java.util.List;
import java.util.Map;

/** Awards under two limits, on all of them and on those of each place, which leave half of the claims nothing. */
final class LimitedRules {

    private static final int AWARD = 1_000;
    private static final int PLACES = 10;

    private static final String TYPE = """
            declare Project extends Claim @en( "project" ) @zh( "项目" )
                number : String @key @en( "number of the project" ) @zh( "项目编号" )
                place : String @key @en( "place" ) @zh( "地点" )
                passed : Boolean @en( "passed the inspection" ) @zh( "通过验收" )
            end
            """;

    private LimitedRules() {}

    /** @param claims how many the request has */
    static GeneratedPolicy policy(int claims) {
        String ceiling = "yuan( %d )".formatted(AWARD * Math.max(1, claims / 2));
        String count = "awards( %d )".formatted(claims / PLACES + 1);
        return new GeneratedPolicy(
                "limited",
                TYPE,
                List.of(GeneratedPolicy.rule(
                        0, "$project : Project( passed == true )", "award( $project, yuan( %d ) );".formatted(AWARD))),
                GeneratedPolicy.limit(0, "clause == \"1.1\", year == asOf.year", ceiling)
                        + GeneratedPolicy.limit(1, "clause == \"1.1\", same( place )", count),
                Map.of());
    }

    static String claim(int number) {
        return """
                {"type":"Project","id":"c%1$d","number":"HB-%1$d","place":"place %2$d","passed":true}""".formatted(number, number % PLACES);
    }
}
