package io.subsidyrules.coverage.report;

import io.subsidyrules.coverage.CoveredPoint;
import io.subsidyrules.coverage.FileCoverage;
import io.subsidyrules.coverage.Ratio;
import io.subsidyrules.coverage.RuleCoverage;
import java.util.List;

/**
 * The trace file of lcov: a line of a rule file is hit as often as the point that most scenarios try, and each point is
 * a branch of it. The branches of one condition are one block.
 */
final class LcovReport {

    private final StringBuilder trace = new StringBuilder("TN:\n");

    private LcovReport() {}

    static String of(RuleCoverage coverage, String folder) {
        LcovReport report = new LcovReport();
        coverage.files().forEach(file -> report.add(file, ReportedPath.of(folder, file.path())));
        return report.trace.toString();
    }

    private void add(FileCoverage file, String path) {
        record("SF", path);
        file.lines().forEach(this::branches);
        Ratio branches = file.ratio();
        record("BRF", branches.all());
        record("BRH", branches.covered());
        file.lines().forEach((line, points) -> record("DA", line + "," + Lines.hits(points)));
        Ratio lines = file.lineRatio();
        record("LF", lines.all());
        record("LH", lines.covered());
        trace.append("end_of_record\n");
    }

    private void branches(int line, List<CoveredPoint> points) {
        boolean reached = Lines.hits(points) > 0;
        int block = 0;
        for (List<CoveredPoint> condition : Lines.byColumn(points)) {
            for (int branch = 0; branch < condition.size(); branch++) {
                String taken = reached ? Integer.toString(condition.get(branch).scenarios()) : "-";
                record("BRDA", line + "," + block + "," + branch + "," + taken);
            }
            block++;
        }
    }

    private void record(String key, Object value) {
        trace.append(key).append(':').append(value).append('\n');
    }
}
