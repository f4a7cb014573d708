package io.subsidyrules.layout;

import java.util.List;
import java.util.Random;

/** Writes YAML files at random, with all notations and with comments wherever one can be. */
final class RandomYaml {

    private static final List<String> SCALARS = List.of(
            "1_000.00",
            "plain text",
            "中文",
            "中　",
            "x#y",
            "~",
            "2024-01-01",
            "\"a # b\"",
            "'it''s'",
            "\"\\u4e2d \\\" \\\\\"");
    private static final List<String> SEVERAL_LINES = List.of(
            "two\n%s lines", "\"two  \n%s lines\"", "'two\n\n%s parts'", "\"escaped \\\n%s break\"", "　中　\n%s 　文");
    private static final List<String> TEXT_LINES =
            List.of("text", "  more", "# no comment", "- x", "k: v", "blanks  ", "", "");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int number;

    private RandomYaml(long seed) {
        this.random = new Random(seed);
    }

    static String file(long seed) {
        RandomYaml file = new RandomYaml(seed);
        file.members(0, 3, false);
        file.above(0);
        return file.text.toString();
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private String any(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private void indent(int blanks) {
        text.append(" ".repeat(blanks));
    }

    /** Comments and blank lines above what is indented so far. */
    private void above(int indent) {
        while (oneIn(5)) {
            text.append(oneIn(3) ? "\n \n\n" : "");
            indent(oneIn(3) ? random.nextInt(8) : indent);
            text.append("# above ")
                    .append(number++)
                    .append(any(List.of("", "  ", "\t")))
                    .append("\n");
        }
        text.append(oneIn(6) ? "\n" : "");
    }

    private void endOfLine() {
        text.append(oneIn(4) ? "  # behind " + number++ : any(List.of("", "  ")))
                .append("\n");
    }

    /** Members of a group, of which the first may go on behind a dash. */
    private void members(int indent, int depth, boolean behindDash) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            if (i > 0 || !behindDash) {
                above(indent);
                indent(indent);
            }
            text.append(any(List.of("k%d:", "名%d :", "\"k%d\":")).formatted(number++));
            value(indent, depth, false);
        }
    }

    private void entries(int indent, int depth) {
        for (int i = 0; i <= random.nextInt(3); i++) {
            above(indent);
            indent(indent);
            text.append("-");
            value(indent, depth, true);
        }
    }

    private void value(int indent, int depth, boolean entry) {
        switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> brackets(indent, 2);
            case 1 -> textInLines(indent);
            case 2 -> text.append(" ").append(any(SEVERAL_LINES).formatted(" ".repeat(indent + 1)));
            case 3 -> text.append(entry ? " ~" : "");
            case 4 -> text.append("  ").append(any(SCALARS));
            case 5 -> {
                text.append(oneIn(4) ? " &a" + number++ : "");
                endOfLine();
                members(indent + 1 + random.nextInt(4), depth - 1, false);
                return;
            }
            case 6 -> {
                endOfLine();
                entries(indent + (entry ? 1 : 0) + random.nextInt(4), depth - 1);
                return;
            }
            default -> {
                text.append(entry ? "   " : " ~\n");
                members(entry ? indent + 4 : indent, depth - 1, entry);
                return;
            }
        }
        if (text.charAt(text.length() - 1) != '\n') {
            endOfLine();
        }
    }

    private void brackets(int indent, int depth) {
        boolean list = oneIn(2);
        text.append(" ").append(list ? "[" : "{");
        int members = random.nextInt(4);
        for (int i = 0; i < members; i++) {
            blanks(indent);
            text.append(list ? "" : "k" + number++ + ": ");
            if (depth > 0 && oneIn(3)) {
                brackets(indent, depth - 1);
            } else {
                text.append(any(SCALARS));
            }
            blanks(indent);
            text.append(i < members - 1 || oneIn(5) ? "," : "");
        }
        blanks(indent);
        text.append(list ? "]" : "}");
    }

    private void blanks(int indent) {
        text.append(oneIn(9) ? "  # within " + number++ + "\n" + " ".repeat(indent + 1) : any(List.of("", " ", "  ")));
        text.append(oneIn(6) ? "\n" + " ".repeat(indent + 2) : "");
    }

    private void textInLines(int indent) {
        int blanks = 1 + random.nextInt(4);
        boolean counted = oneIn(4);
        text.append(any(List.of(" |", " >"))).append(counted ? blanks : "").append(any(List.of("", "-", "+")));
        text.append(oneIn(5) ? " # of the text\n" : "\n");
        for (int i = 0; i < random.nextInt(6); i++) {
            String line = any(TEXT_LINES);
            boolean first = i == 0;
            indent(line.isEmpty() ? 0 : indent + blanks);
            text.append(first && !counted ? line.strip() : line).append("\n");
        }
    }
}
