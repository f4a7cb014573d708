package io.subsidyrules;

import io.subsidyrules.dialect.source.RuleSources;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small policy whose amounts are in pounds, to be put beside the first one. */
public final class PoundGrants {

    public static final String ID = "grants-2024";

    private static final String POLICY = """
            id: grants-2024
            title: { en: Charging grants, zh: 充电桩补助 }
            issuer: { en: An office, zh: 某办公室 }
            issued: 2024-01-01
            source: { en: Notice 1, zh: 第1号通知 }
            currency: GBP
            per: [ { id: site, text: { en: site, zh: 处场地 } } ]
            measures:
              - number: 1
                title: { en: Sockets, zh: 充电插口 }
                summary: { en: A grant for sockets., zh: 对充电插口予以补助。 }
                clauses:
                  - number: "1.1"
                    title: { en: Sockets, zh: 充电插口 }
                    summary: { en: "Three quarters of the cost, at most £350.", zh: 按费用的百分之七十五补助，最多350英镑。 }
                    items: [ { id: sockets, title: { en: Grant for sockets, zh: 充电插口补助 } } ]
                  - number: "1.2"
                    title: { en: Advice, zh: 咨询 }
                    summary: { en: Advice., zh: 提供咨询。 }
                    items: [ { id: advice, title: { en: Advice on sockets, zh: 充电插口咨询 } } ]
            """;

    private static final String RULES = """
            package grants_2024;

            import vocabulary.*;

            declare Socket extends Claim
                @en( "socket" ) @zh( "充电插口" )
                site : String @key @en( "site" ) @zh( "场地" )
                cost : BigDecimal @en( "cost of the socket" ) @zh( "充电插口费用" )
            end

            rule "sockets" @clause( "1.1" ) @per( "site" ) date-effective "2022-01-01"
            when
                Applicant( kind == ApplicantKind.ENTERPRISE )
                $socket : Socket( cost >= 100, $cost : cost )
            then
                award( $socket, percent( 75 ).of( $cost ).atMost( gbp( 350 ) ) );
            end

            rule "advice" @clause( "1.2" ) @per( "site" ) date-effective "2022-01-01"
            when
                $applicant : Applicant( newEconomy == true )
            then
                support( $applicant );
            end
            """;

    private PoundGrants() {}

    /** The sources with the policy among them. */
    public static RuleSources beside(RuleSources sources) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.put(ID + "/policy.yaml", POLICY.getBytes(StandardCharsets.UTF_8));
        files.put(ID + "/grants.drl", RULES.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    /** Only that policy, with the vocabulary of the sources. */
    public static RuleSources alone(RuleSources sources) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        beside(sources).files().forEach((path, content) -> {
            if (path.startsWith("vocabulary/") || path.startsWith(ID + "/")) {
                files.put(path, content);
            }
        });
        return new RuleSources(files);
    }
}
