package io.subsidyrules.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A request as a county office would send it: a manufacturer with projects of many kinds, no two the same. */
public final class BenchmarkRequest {

    private static final String REQUEST = """
            {
              "asOf": "2023-05-01",
              "applicant": {
                "id": "91130100MA0ABCDE10",
                "name": "河北示例精密机械有限公司",
                "kind": "ENTERPRISE",
                "divisionCode": "130100",
                "industry": "MANUFACTURING",
                "size": "MEDIUM",
                "countyCluster": true,
                "foreignTrade": true,
                "newEconomy": false
              },
              "claims": [
            %s
              ]
            }
            """;

    /** The kinds of claims in turn, {@code %1$d} being the claim's number; two in ten lack a field or are refused. */
    private static final List<String> CLAIMS = List.of("""
            { "type": "HostedStandard", "id": "c%1$d", "standardNumber": "ISO %1$d:2022", "level": "INTERNATIONAL", "role": "HOST" }""", """
            { "type": "DesignPurchase", "id": "c%1$d", "project": "housing of pump %1$d", "approvedExpenses": 1234567.89 }""", """
            { "type": "ResearchProject", "id": "c%1$d", "projectNumber": "22-%1$d", "provincialPlan": true, "approvedFunding": 800000.00 }""", """
            { "type": "StandardLeader", "id": "c%1$d", "standard": "Q/HB %1$d-2022", "year": 2022, "listed": false }""", """
            { "type": "DesignCentre", "id": "c%1$d", "name": "设计中心%1$d", "level": "PROVINCIAL", "recognisedOn": "2022-11-18" }""", """
            { "type": "StandardAward", "id": "c%1$d", "project": "GB/T %1$d-2021", "year": 2022, "prize": "SECOND", "drafter": true }""", """
            { "type": "StandardizationPilot", "id": "c%1$d", "name": "pilot %1$d", "level": "PROVINCIAL" }""", """
            { "type": "HostedStandard", "id": "c%1$d", "standardNumber": "GB/T %1$d-2022", "role": "HOST" }""", """
            { "type": "InnovationStandardSeries", "id": "c%1$d", "name": "series %1$d", "undertaken": true }""", """
            { "type": "InspectionCentre", "id": "c%1$d", "name": "检验中心%1$d", "level": "NATIONAL", "approvedOn": "2023-02-10" }""");

    private BenchmarkRequest() {}

    /** The request with so many claims, as JSON. */
    public static String of(int claims) {
        return REQUEST.formatted(IntStream.range(0, claims)
                .mapToObj(number -> CLAIMS.get(number % CLAIMS.size()).formatted(number))
                .collect(Collectors.joining(",\n")));
    }
}
