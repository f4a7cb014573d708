package io.subsidyrules.growth;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A rule that looks a number up in a table of many rows: for its amount by two keys, or for a condition by one. */
final class TableRules {

    private static final int GROWTHS = 5;

    private static final String TYPE = """
            declare Sales extends Claim @en( "sales of a branch" ) @zh( "分支机构销售" )
                branch : String @key @en( "branch" ) @zh( "分支机构" )
                sales : Integer @range( "0..%d" ) @en( "sales" ) @zh( "销售额" )
                growth : Integer @range( "0..%d" ) @en( "growth" ) @zh( "增长" )
                target : Integer @en( "target" ) @zh( "目标" )
            end
            """;

    private TableRules() {}

    /** Five bands of growth for each band of sales. */
    static GeneratedPolicy ofAmount(int rows) {
        return policy(
                rows,
                "$branch : Sales( $sales : sales, $growth : growth )",
                "award( $branch, table( \"rates\" ).at( $sales, $growth ) );",
                "sales,growth,award",
                row -> "%d..%d,%d..%d,%d"
                        .formatted(
                                row / GROWTHS * 100,
                                row / GROWTHS * 100 + 100,
                                row % GROWTHS * 10,
                                row % GROWTHS * 10 + 10,
                                1_000 + row));
    }

    /** A band of sales in each row. */
    static GeneratedPolicy ofCondition(int rows) {
        return policy(
                rows,
                "$branch : Sales( target >= table( \"rates\" ).at( sales ) )",
                "award( $branch, yuan( 1_000 ) );",
                "sales,least",
                row -> "%d..%d,%d".formatted(row * 100, row * 100 + 100, 1_000 + row));
    }

    private static GeneratedPolicy policy(
            int rows, String pattern, String outcome, String heading, IntFunction<String> row) {
        return new GeneratedPolicy(
                "tables",
                TYPE.formatted(rows * 100 - 1, GROWTHS * 10 - 1),
                List.of(GeneratedPolicy.rule(0, pattern, outcome)),
                "",
                Map.of(
                        "rates",
                        IntStream.range(0, rows)
                                .mapToObj(row)
                                .collect(Collectors.joining("\n", heading + "\n", "\n"))));
    }

    /** A claim whose keys are somewhere in the table. */
    static String claim(int rows, int number) {
        return claim(number, "\"sales\":%d,".formatted(number * rows * 7 % (rows / GROWTHS * 100)));
    }

    /** A claim for which any row of its growth may count, of the table of amounts. */
    static String claimWithoutSales(int number) {
        return claim(number, "");
    }

    private static String claim(int number, String sales) {
        return """
                {"type":"Sales","id":"c%1$d","branch":"branch %1$d",%2$s"growth":%3$d,"target":2000}""".formatted(number, sales, number % GROWTHS * 10);
    }
}
