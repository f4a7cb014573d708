package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.regex.Pattern;

/** The marks that version control leaves in a file of which two people changed the same lines. */
final class MergeMarks {

    private static final String OURS = "<<<<<<<";
    private static final String BASE = "|||||||";
    private static final String BETWEEN = "=======";
    private static final String THEIRS = ">>>>>>>";
    private static final Pattern MARK = Pattern.compile("(<{7}|\\|{7}|>{7})( .*)?|={7}");

    private MergeMarks() {}

    /**
     * The text as the first of the two had it, line by line where it was, so that the rest of the file is read too.
     * Each conflict is a fault at its first mark.
     */
    static String resolved(String file, String text, Faults faults) {
        if (!text.contains(OURS) && !text.contains(THEIRS) && !text.contains(BETWEEN)) {
            return text;
        }
        List<String> lines = List.of(text.split("\n", -1));
        StringBuilder resolved = new StringBuilder(text.length());
        Side side = Side.BOTH;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String mark = mark(line, resolved);
            if (!mark.isEmpty() && (side == Side.BOTH || mark.equals(OURS))) {
                faults.add(new Place(file, i + 1, 1), FaultCode.MERGE_NOT_FINISHED, mark);
            }
            side = side.after(mark);
            boolean kept = mark.isEmpty() && side != Side.OTHER;
            resolved.append(kept ? line : "").append(i + 1 < lines.size() ? "\n" : "");
        }
        return resolved.toString();
    }

    /** The mark that a line is; a line of seven equals signs within a comment is none. */
    private static String mark(String line, CharSequence before) {
        String plain = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (!MARK.matcher(plain).matches()) {
            return "";
        }
        String mark = plain.substring(0, OURS.length());
        String above = before.toString();
        boolean comment = mark.equals(BETWEEN) && above.lastIndexOf("/*") > above.lastIndexOf("*/");
        return comment ? "" : mark;
    }

    /** The lines that are read. */
    private enum Side {
        BOTH,
        FIRST,
        OTHER;

        Side after(String mark) {
            return switch (mark) {
                case OURS -> FIRST;
                case BASE -> OTHER;
                case BETWEEN -> this == BOTH ? BOTH : OTHER;
                case THEIRS -> BOTH;
                default -> this;
            };
        }
    }
}
