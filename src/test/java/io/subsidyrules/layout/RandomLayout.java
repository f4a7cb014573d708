package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.SourceWord;
import io.subsidyrules.dialect.syntax.SourceWord.Kind;
import io.subsidyrules.fault.Faults;
import java.util.List;
import java.util.Random;

/** Writes files with other blanks and line breaks, and with comments, where these change nothing else. */
final class RandomLayout {

    private static final List<String> BLANKS = List.of("", " ", "   ", "\t", " \t ");
    private static final List<String> BREAKS = List.of("\n", "\r\n", " \n      ", "\n\t");
    private static final List<String> COMMENTS =
            List.of("/* within */", "// behind\n", "\n// above\n", "\n/* above\n * and more */\n", "/* behind */\n");

    private final Random random;
    private final boolean commented;

    RandomLayout(long seed, boolean commented) {
        this.random = new Random(seed);
        this.commented = commented;
    }

    /** A rule file whose first lines end in semicolons. */
    String ofRules(String text) {
        List<SourceWord> words = SourceWord.of("a/b.drl", text, new Faults());
        StringBuilder other = new StringBuilder();
        int end = 0;
        boolean header = true;
        for (int i = 0; i < words.size(); i++) {
            SourceWord word = words.get(i);
            header &= !word.is("declare") && !word.is("rule");
            // A comma directly before a number would be one within it.
            boolean glued = !word.isKind(Kind.NUMBER) && i > 0 && (isSign(words.get(i - 1)) || isSign(word));
            other.append(gap(text.substring(end, word.start()), glued || i == 0, header && i > 0));
            other.append(word.text());
            end = word.end();
        }
        return other.append(text.substring(end)).toString();
    }

    /** Whether it is a word of its own without blanks around it. */
    private static boolean isSign(SourceWord word) {
        return word.isKind(Kind.SYMBOL) && !word.is("-");
    }

    private String gap(String gap, boolean canBeEmpty, boolean header) {
        if (gap.contains("/") || (header && gap.isEmpty())) {
            return gap;
        }
        long breaks = gap.chars().filter(next -> next == '\n').count();
        String blank = any(BLANKS) + (canBeEmpty ? "" : " ");
        if (commented && !header && random.nextInt(12) == 0) {
            return blank + any(COMMENTS) + (breaks > 1 ? "\n\n" : "");
        }
        if (breaks > 1) {
            return blank + any(BREAKS) + any(BREAKS) + "\n".repeat(random.nextInt(3)) + blank;
        }
        boolean breaksLine = header ? breaks > 0 : random.nextInt(3) == 0;
        return breaksLine ? any(BLANKS) + any(BREAKS) + any(BLANKS) : blank;
    }

    private String any(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** A YAML file of which each value is written on one line. */
    String ofYaml(String text) {
        int step = 2 + random.nextInt(3);
        StringBuilder other = new StringBuilder(random.nextBoolean() ? "---\n" : "");
        text.lines().forEach(line -> {
            String content = line.stripLeading();
            String indent = " ".repeat((line.length() - content.length()) / 2 * step);
            if (content.isEmpty() || content.startsWith("#")) {
                other.append(content.isEmpty() ? "\n".repeat(1 + random.nextInt(2)) : indent + content + "\n");
                return;
            }
            if (commented && random.nextInt(8) == 0) {
                other.append(indent).append("# above\n");
            }
            other.append(indent).append(member(content, step, indent.length() + 3 * step));
            boolean behind = commented && random.nextInt(8) == 0 && !content.contains(" #");
            other.append(any(List.of("", " ", "  ")))
                    .append(behind ? " # behind" : "")
                    .append(any(List.of("\n", "\r\n")));
        });
        return other.toString();
    }

    private String member(String content, int step, int deep) {
        String dashes = content.startsWith("- ") ? "-" + " ".repeat(step - 1) : "";
        String rest = dashes.isEmpty() ? content : content.substring(2);
        StringBuilder member = new StringBuilder(dashes);
        int quotes = 0;
        int depth = 0;
        boolean text = rest.matches("[A-Za-z-]+: [^\\[{\"'].*");
        for (int i = 0; i < rest.length(); i++) {
            char next = rest.charAt(i);
            quotes += next == '"' || (next == '\'' && !text) ? 1 : 0;
            boolean bracket = quotes % 2 == 0 && !text && "[]{},".indexOf(next) >= 0;
            depth += bracket && "[{".indexOf(next) >= 0 ? 1 : bracket && "]}".indexOf(next) >= 0 ? -1 : 0;
            boolean wide = depth > 0 && bracket && random.nextInt(6) == 0;
            member.append(next).append(wide ? "\n" + " ".repeat(deep + random.nextInt(5)) : "");
            if (quotes % 2 == 0 && next == ':' && i + 1 < rest.length() && rest.charAt(i + 1) == ' ') {
                member.append(any(List.of("", " ", "  ")));
            }
        }
        return member.toString();
    }
}
