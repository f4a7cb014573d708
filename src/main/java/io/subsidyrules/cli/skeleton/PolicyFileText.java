package io.subsidyrules.cli.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a policy file to which a measure is added behind the others. */
public final class PolicyFileText {

    private static final Pattern MEASURES = Pattern.compile("measures:\\s*(?:#.*)?");
    private static final Pattern FIRST = Pattern.compile("( *)- .*");
    private static final Pattern MEMBER = Pattern.compile("[^\\s#-].*");

    private PolicyFileText() {}

    /**
     * The text with one entry more at the end of {@code measures}, with the indentation of the others.
     *
     * @param text of a sound policy file, in which {@code measures} has lines of its own
     */
    public static String with(String text, String entry) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = 0;
        while (at < lines.size() && !MEASURES.matcher(lines.get(at)).matches()) {
            at++;
        }
        int end = Math.min(at + 1, lines.size());
        String indent = "  ";
        boolean first = true;
        for (int i = end; i < lines.size() && !MEMBER.matcher(lines.get(i)).matches(); i++) {
            Matcher item = FIRST.matcher(lines.get(i));
            if (first && item.matches()) {
                indent = item.group(1);
                first = false;
            }
            end = lines.get(i).isBlank() ? end : i + 1;
        }
        lines.addAll(end, List.of(entry.indent(indent.length()).split("\n")));
        return String.join("\n", lines) + "\n";
    }
}
