package io.subsidyrules.cli.finding;

import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Sha256;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of a command in a rules folder, as every format tells them.
 *
 * @param command the command that found them, such as {@code check}
 * @param lines the findings in their order, with what belongs to each
 * @param summary sentences on all of them together
 */
public record FindingReport(String command, List<Line> lines, List<Text> summary) {

    public FindingReport {
        lines = List.copyOf(lines);
        summary = List.copyOf(summary);
    }

    /**
     * A finding with its surroundings.
     *
     * @param path the file as it is shown: relative to the working directory, if it is below that
     * @param excerpt the line of the file with a mark below the place
     * @param fingerprint the same for the same finding however the lines before it change: the hex SHA-256 of its code,
     *     its path, the text of its line without blanks around it, and its number among those that are alike in these
     */
    public record Line(Finding finding, String path, Excerpt excerpt, String fingerprint) {

        Place place() {
            return finding.place();
        }

        String told(Language language) {
            return finding.told(language);
        }
    }

    /** The report of findings in a folder. */
    public static FindingReport of(String command, RulesFolder folder, List<Finding> findings, List<Text> summary) {
        List<Excerpt> excerpts =
                folder.sources().excerpts(findings.stream().map(Finding::place).toList());
        Map<String, Integer> alike = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String path = folder.shown(finding.place().file());
            String key = String.join(
                    "\n",
                    finding.code(),
                    finding.place().file(),
                    excerpts.get(i).line().strip());
            int number = alike.merge(key, 1, Integer::sum);
            String fingerprint = Sha256.hex(key + "\n" + number);
            lines.add(new Line(finding, path, excerpts.get(i), fingerprint));
        }
        return new FindingReport(command, lines, summary);
    }

    /** The number of findings of a severity. */
    long count(Severity severity) {
        return lines.stream()
                .filter(line -> line.finding().severity() == severity)
                .count();
    }

    /** Whether something was found that the severity, or a higher one, has. */
    public boolean has(Severity severity) {
        return lines.stream().anyMatch(line -> line.finding().severity().compareTo(severity) <= 0);
    }
}
