package io.subsidyrules.coverage.report;

import io.subsidyrules.coverage.CoveredPoint;
import io.subsidyrules.coverage.FileCoverage;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.page.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a rule file with their conditions marked, in one language. */
final class SourceLines {

    private static final Map<Truth, String> LETTERS = Map.of(Truth.TRUE, "T", Truth.FALSE, "F", Truth.UNKNOWN, "?");

    private final Phrases words;

    SourceLines(Phrases words) {
        this.words = words;
    }

    /** @param text of the file */
    List<ReportPage.Line> of(FileCoverage file, String text) {
        Map<Integer, List<CoveredPoint>> points = file.lines();
        List<ReportPage.Line> lines = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            int number = lines.size() + 1;
            lines.add(line(number, line, points.getOrDefault(number, List.of())));
        }
        if (lines.get(lines.size() - 1).pieces().isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private ReportPage.Line line(int number, String text, List<CoveredPoint> points) {
        List<List<CoveredPoint>> columns = Lines.byColumn(points);
        return new ReportPage.Line(
                number,
                pieces(text, columns),
                columns.stream()
                        .map(this::group)
                        .filter(group -> !group.marks().isEmpty())
                        .toList(),
                points.isEmpty() ? "" : told(points),
                points.stream()
                        .filter(point -> !point.isCovered())
                        .map(point -> words.say(point.point().missing()))
                        .toList());
    }

    private static String told(List<CoveredPoint> points) {
        return CoveredPoint.ratio(points).covered() + "/" + points.size();
    }

    private ReportPage.Group group(List<CoveredPoint> condition) {
        return new ReportPage.Group(condition.stream()
                .filter(point -> point.point().truth().isPresent())
                .map(this::mark)
                .toList());
    }

    private ReportPage.Mark mark(CoveredPoint point) {
        Truth truth = point.point().truth().orElseThrow();
        String letter = LETTERS.getOrDefault(truth, "");
        String named = words.say(truth.name());
        return point.first()
                .map(first -> new ReportPage.Mark(
                        "hit", letter, words.say("hit", named, point.scenarios(), first.name(), first.place())))
                .orElseGet(() -> new ReportPage.Mark("miss", letter, words.say("miss", named)));
    }

    /** The line in pieces: its conditions, and what is between them. */
    private static List<ReportPage.Piece> pieces(String text, List<List<CoveredPoint>> columns) {
        List<ReportPage.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (List<CoveredPoint> condition : columns) {
            int from = condition.get(0).place().column() - 1;
            int to = from < at ? from : end(text, from, condition);
            if (to > from) {
                add(text.substring(at, from), "", pieces);
                add(text.substring(from, to), CoveredPoint.ratio(condition).isWhole() ? "whole" : "part", pieces);
                at = to;
            }
        }
        add(text.substring(at), "", pieces);
        return pieces;
    }

    private static void add(String text, String mark, List<ReportPage.Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new ReportPage.Piece(text, mark));
        }
    }

    private static int end(String text, int from, List<CoveredPoint> condition) {
        return condition.stream()
                .flatMap(point -> point.point().source().stream())
                .findFirst()
                .map(source -> end(text, from, source))
                .orElse(from);
    }

    /** The end of a condition on its line, which may be broken into several; blanks do not count. */
    private static int end(String text, int from, String source) {
        String left = source.replaceAll("\\s", "");
        int read = 0;
        int end = from;
        for (int at = from; at < text.length() && read < left.length(); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                continue;
            }
            if (text.charAt(at) != left.charAt(read)) {
                return from;
            }
            read++;
            end = at + 1;
        }
        return end;
    }
}
