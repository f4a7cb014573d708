package io.subsidyrules.growth;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A rule that counts the members of a list, of which each claim has ten. */
final class MemberRules {

    private static final int MEMBERS = 10;

    private static final String TYPES = """
            declare Worker @en( "worker" ) @zh( "员工" )
                months : Integer @range( "0..600" ) @en( "length of the contract in months" ) @zh( "合同月数" )
                insured : Boolean @en( "insured" ) @zh( "已参保" )
            end
            declare Jobs extends Claim @en( "jobs" ) @zh( "就业岗位" )
                site : String @key @en( "site" ) @zh( "地点" )
                workers : Worker[] @range( "0..10" ) @en( "workers" ) @zh( "员工" )
            end
            """;

    private MemberRules() {}

    static GeneratedPolicy policy() {
        return new GeneratedPolicy(
                "members",
                TYPES,
                List.of(GeneratedPolicy.rule(0, """
                $jobs : Jobs()
                accumulate( Worker( months >= 12, insured == true ) from $jobs.workers;
                    $hires : count(); $hires >= 1 )""", "award( $jobs, yuan( 2_000 ).times( $hires ) );")));
    }

    static String claim(int number) {
        return """
                {"type":"Jobs","id":"c%1$d","site":"site %1$d","workers":[%2$s]}""".formatted(
                        number,
                        IntStream.range(0, MEMBERS)
                                .mapToObj(worker -> "{\"months\":%d,\"insured\":true}".formatted(6 + 2 * worker))
                                .collect(Collectors.joining(",")));
    }
}
