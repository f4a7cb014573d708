package io.subsidyrules.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section of docs/rule-files.md: a kind of sentence with its rule and its cases.
 *
 * @param heading its name in English and in Chinese: {@code So much for each 每……补助}
 * @param text all that stands below the heading
 */
record SentenceKind(String heading, String text) {

    private static final Pattern SECTION = Pattern.compile("(?m)^#{2,3} (.*)\n((?:(?!^#{2,3} ).*\n)*)");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(drl|yaml)\n((?:(?!^```).*\n)*)^```$");
    private static final Pattern TABLE =
            Pattern.compile("(?m)^`([a-z-]+\\.csv)`.*:\n\n```csv\n((?:(?!^```).*\n)*)^```$");
    private static final Pattern WORDS = Pattern.compile("(?m)^> \\*\\*Words 用语\\*\\*: (.*) · (.*)$");
    private static final Pattern QUOTED = Pattern.compile("\"(.*?)\"");
    private static final Pattern NAME = Pattern.compile("([^\\p{IsHan}]+) (\\p{IsHan}.*)");

    /** The sections of the page that have words of the law. */
    static List<SentenceKind> of(String page) {
        return SECTION.matcher(page)
                .results()
                .map(section -> new SentenceKind(section.group(1), section.group(2)))
                .filter(section -> WORDS.matcher(section.text()).find())
                .toList();
    }

    String english() {
        return name().group(1);
    }

    String chinese() {
        return name().group(2);
    }

    /** The place of the heading in the page, as GitHub and the service name it. */
    String anchor() {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The words of the law in English. */
    List<String> englishWords() {
        return QUOTED.matcher(words().group(1))
                .results()
                .map((MatchResult quoted) -> quoted.group(1))
                .toList();
    }

    /** The words of the law in Chinese. */
    List<String> chineseWords() {
        return List.of(words().group(2).split("、"));
    }

    /** The name of a folder for its policy. */
    String folder() {
        return english().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + "-2025";
    }

    /** The types and rules. */
    String rules() {
        return String.join("\n", blocks("drl").filter(block -> !isFacts(block)).toList());
    }

    /** The facts that it adds to the applicant. */
    String facts() {
        return String.join("", blocks("drl").filter(SentenceKind::isFacts).toList());
    }

    /** The lines that it adds to {@code policy.yaml}. */
    String policy() {
        return String.join(
                "",
                blocks("yaml")
                        .filter(block -> block.startsWith("# policy.yaml\n"))
                        .toList());
    }

    /** Its tables and lists, by the name of the file. */
    Map<String, String> tables() {
        return TABLE.matcher(text)
                .results()
                .collect(Collectors.toMap(table -> table.group(1), table -> table.group(2)));
    }

    /** The cases. */
    List<String> cases() {
        return blocks("yaml").filter(block -> block.contains("\nscenarios:\n")).toList();
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }

    private static boolean isFacts(String block) {
        return block.startsWith("// vocabulary/applicant.drl");
    }

    private Matcher name() {
        return found(NAME, heading);
    }

    private Matcher words() {
        return found(WORDS, text);
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("%s is not in: %s".formatted(pattern, text));
        }
        return matcher;
    }
}
