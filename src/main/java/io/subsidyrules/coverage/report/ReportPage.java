package io.subsidyrules.coverage.report;

import java.util.List;

/** The content of the HTML report, in one language. */
record ReportPage(Share share, List<Folder> folders, List<Source> sources) {

    ReportPage {
        folders = List.copyOf(folders);
        sources = List.copyOf(sources);
    }

    /**
     * The part that is covered.
     *
     * @param percent with one decimal
     * @param told the same in numbers
     */
    record Share(String percent, String told) {}

    /** A policy, or the vocabulary. */
    record Folder(String name, Share share, List<Entry> files) {
        Folder {
            files = List.copyOf(files);
        }
    }

    /**
     * A file in the list of all.
     *
     * @param anchor of its source on the page
     */
    record Entry(String path, String anchor, Share share) {}

    /** The source of a file. */
    record Source(Entry entry, List<Line> lines) {
        Source {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a file.
     *
     * @param told how many of its points are covered; empty where it has none
     * @param missing the sentences on those that are not
     */
    record Line(int number, List<Piece> pieces, List<Group> groups, String told, List<String> missing) {
        Line {
            pieces = List.copyOf(pieces);
            groups = List.copyOf(groups);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A part of a line.
     *
     * @param mark how it is marked: {@code whole} or {@code part}; empty for the rest of the line
     */
    record Piece(String text, String mark) {}

    /** The truths of one condition. */
    record Group(List<Mark> marks) {
        Group {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A truth.
     *
     * @param state {@code hit} or {@code miss}
     * @param letter T, F or a question mark
     * @param label the words for it
     */
    record Mark(String state, String letter, String label) {}
}
