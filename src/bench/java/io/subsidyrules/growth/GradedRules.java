package io.subsidyrules.growth;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules as most policies have them: of each type of claims, a rule for each grade and band of costs, of which one holds
 * for a claim.
 */
final class GradedRules {

    private static final int GRADES = 10;
    private static final int BAND = 10_000;

    private static final String TYPE = """
            declare %s extends Claim @en( "work" ) @zh( "工程" )
                project : String @key @en( "project" ) @zh( "项目" )
                grade : Integer @range( "1..10" ) @en( "grade" ) @zh( "等级" )
                passed : Boolean @en( "passed the inspection" ) @zh( "通过验收" )
                cost : BigDecimal @en( "cost in yuan" ) @zh( "费用（元）" )
            end
            """;

    private GradedRules() {}

    /** A policy of so many types with so many rules on each. */
    static GeneratedPolicy policy(String id, int types, int rulesOfType) {
        StringBuilder declared = new StringBuilder();
        List<String> rules = new ArrayList<>();
        for (int type = 0; type < types; type++) {
            declared.append(TYPE.formatted(type(id, type)));
            for (int i = 0; i < rulesOfType; i++) {
                rules.add(rule(rules.size(), type(id, type), i));
            }
        }
        return new GeneratedPolicy(id, declared.toString(), rules);
    }

    private static String rule(int index, String type, int ofType) {
        int band = ofType / GRADES * BAND;
        return GeneratedPolicy.rule(
                index,
                """
                Applicant( divisionCode str[startsWith] "13", kind == ApplicantKind.ENTERPRISE )
                $work : %s( grade == %d, passed == true, cost >= %d, cost < %d, $cost : cost )""".formatted(type, ofType % GRADES + 1, band, band + BAND),
                "award( $work, percent( 30 ).of( $cost ).atMost( yuan( 200_000 ) ) );");
    }

    /** A claim that earns an award; one in five lacks a fact, so that it is asked for. */
    static String claim(String id, int type, int number) {
        return """
                {"type":"%s","id":"c%d","project":"project %d","grade":%d,%s"cost":%d.00}""".formatted(
                        type(id, type),
                        number,
                        number,
                        number % 5 + 1,
                        number % 5 == 4 ? "" : "\"passed\":true,",
                        5_000 + number);
    }

    private static String type(String id, int type) {
        return "Work_%s_%d".formatted(id, type);
    }
}
