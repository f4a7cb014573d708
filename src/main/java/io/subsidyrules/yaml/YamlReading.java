package io.subsidyrules.yaml;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The reading of one YAML text. A mistake of notation with one plain meaning is reported and read as it was meant, so
 * that what follows is read too.
 */
final class YamlReading {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(YamlReading.class);

    /** The mistakes of notation reported for one file before reading ends. */
    private static final int MOST_MISTAKES = 20;

    /** Characters that are tried for one mistake, the nearest first. */
    private static final int MOST_TRIED = 40;

    /** The most that is read again on trial, so that a large file of nothing but mistakes does not take long. */
    private static final int MOST_READ_AGAIN = 8_000_000;

    /** The most references of a file; how much it repeats by them is counted elsewhere. */
    private static final int MOST_ALIASES = 100_000;

    /** The limit of the library itself. */
    private static final int DEEPEST = 50;

    /** The number of lines that are searched for the cause of a mistake. */
    private static final int LINES = 3;

    private static final Pattern LONG_NAME = Pattern.compile("[^\\s:,{}\\[\\]]{" + YamlTree.LONGEST_NAME + ",}\\s*$");
    private static final Pattern BEGINS_VALUE = Pattern.compile(".*[:,{\\[-] *|\\s*");
    private static final Pattern STRUCTURAL =
            Pattern.compile("(?m)^[ -]{0,60}(?:[A-Za-z]{1,40} ?(：)|([－—])(?= ?[A-Za-z]))");

    private final String file;
    private final Faults faults;
    private String text;
    private int readAgain;

    YamlReading(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The root of the file's only document; empty, with a fault, where it cannot be read or there is none. */
    Optional<Node> root() {
        for (int mistakes = 0; mistakes < MOST_MISTAKES; mistakes++) {
            try {
                Optional<Node> root = Optional.ofNullable(compose(text));
                if (root.isEmpty()) {
                    syntax(Place.startOf(file), TEXTS.text("noMembers"), TEXTS.text("beginWithMember"));
                }
                return root;
            } catch (MarkedYAMLException mistake) {
                if (!isMended(mistake)) {
                    return Optional.empty();
                }
            } catch (YAMLException mistake) {
                unmarked(mistake);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        // A type that is named is refused where all of the file is known, and nothing is ever made of it.
        options.setTagInspector(tag -> true);
        return new Yaml(options).compose(new StringReader(text));
    }

    /** Tells the mistake; whether the text can be read on. */
    private boolean isMended(MarkedYAMLException mistake) {
        Mark mark = mistake.getProblemMark();
        if (mark == null) {
            unmarked(mistake);
            return false;
        }
        int at = index(mark);
        Optional<Integer> wide = wide(mistake, at);
        if (wide.isPresent()) {
            FullWidth.refuse(text.charAt(wide.get()), place(wide.get()), faults);
            faults.settle(place(wide.get()));
            text = narrowed(wide.get());
            return true;
        }
        Optional<YamlSlip> slip = YamlSlip.within(text, linesBefore(at), endOfLine(at));
        if (slip.isPresent()) {
            syntax(place(slip.get().at()), slip.get().what(), slip.get().remedy());
            faults.settle(place(slip.get().at()));
            text = slip.get().mended();
            return true;
        }
        String before = text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
        Matcher name = LONG_NAME.matcher(before);
        if (name.find()) {
            int from = at - before.length() + name.start();
            faults.add(place(from), FaultCode.TOO_LONG, YamlTree.NAME, YamlTree.LONGEST_NAME);
            faults.settle(place(from));
            text = text.substring(0, from + 1) + text.substring(at);
            return true;
        }
        YamlProblem problem = YamlProblem.of(String.valueOf(mistake.getProblem()), before);
        syntax(placeOf(mistake, problem, at), problem.what(), problem.remedy());
        problem.mended().ifPresent(mended -> {
            faults.settle(place(at));
            text = text.substring(0, at) + mended.apply(text.substring(at));
        });
        return problem.mended().isPresent();
    }

    /** A bracket that nothing closes shows lines below; it is reported where it opens. */
    private Place placeOf(MarkedYAMLException mistake, YamlProblem problem, int at) {
        Mark context = mistake.getContextMark();
        Mark mark = mistake.getProblemMark();
        boolean below = problem.ofBracket() && context != null && mark != null && context.getLine() < mark.getLine();
        return below ? place(index(context)) : place(at);
    }

    /** The full-width character near a mistake that caused it: with the half-width one, reading comes farther. */
    private Optional<Integer> wide(MarkedYAMLException mistake, int at) {
        Optional<Integer> cause = Optional.empty();
        int farthest = at + 1;
        for (int candidate : candidates(mistake, at)) {
            if (!canBeMeant(candidate, mistake)) {
                continue;
            }
            readAgain += text.length();
            if (readAgain > MOST_READ_AGAIN) {
                return cause;
            }
            int reached = reached(narrowed(candidate));
            if (reached > farthest) {
                farthest = reached;
                cause = Optional.of(candidate);
            }
        }
        return cause.or(() -> structural(at));
    }

    /** A quote begins a value, or ends one that began on its line; others are the quotes of a text. */
    private boolean canBeMeant(int index, MarkedYAMLException mistake) {
        if (FullWidth.plain(text.charAt(index)) != '"') {
            return true;
        }
        String before = text.substring(text.lastIndexOf('\n', index) + 1, index);
        Mark context = mistake.getContextMark();
        return BEGINS_VALUE.matcher(before).matches()
                || (context != null && place(index).line() == context.getLine() + 1);
    }

    /**
     * The first full-width colon behind a name, or dash before one, of the lines before a mistake, of which one alone
     * mends nothing.
     */
    private Optional<Integer> structural(int at) {
        int from = linesBefore(at);
        Matcher sign = STRUCTURAL.matcher(text).region(from, endOfLine(at));
        return sign.find() ? Optional.of(sign.start(1) >= 0 ? sign.start(1) : sign.start(2)) : Optional.empty();
    }

    /** The beginning of the line two lines before. */
    private int linesBefore(int at) {
        int from = at;
        for (int line = 0; line < LINES && from > 0; line++) {
            from = text.lastIndexOf('\n', from - 1);
        }
        return Math.max(0, from);
    }

    /** The full-width characters from two lines before a mistake, or from what it belongs to, the nearest first. */
    private List<Integer> candidates(MarkedYAMLException mistake, int at) {
        int from = linesBefore(at);
        Mark context = mistake.getContextMark();
        int first = Math.max(0, context == null ? from : Math.min(from, index(context)));
        int end = Math.max(at, Math.min(text.length() - 1, endOfLine(at)));
        List<Integer> candidates = new ArrayList<>();
        for (int i = Math.min(at, text.length() - 1); i >= first && candidates.size() < MOST_TRIED; i--) {
            addWide(i, candidates);
        }
        for (int i = at + 1; i <= end && i < text.length() && candidates.size() < MOST_TRIED; i++) {
            addWide(i, candidates);
        }
        return candidates;
    }

    private void addWide(int index, List<Integer> candidates) {
        char character = text.charAt(index);
        if (FullWidth.plain(character) != character) {
            candidates.add(index);
        }
    }

    /** The text with a half-width character, a colon followed by a blank. */
    private String narrowed(int index) {
        char plain = FullWidth.plain(text.charAt(index));
        boolean blank = plain == ':' && index + 1 < text.length() && !Character.isWhitespace(text.charAt(index + 1));
        return text.substring(0, index) + plain + (blank ? " " : "") + text.substring(index + 1);
    }

    private static int reached(String tried) {
        try {
            compose(tried);
            return Integer.MAX_VALUE;
        } catch (MarkedYAMLException mistake) {
            Mark mark = mistake.getProblemMark();
            return mark == null ? 0 : tried.offsetByCodePoints(0, mark.getIndex());
        } catch (YAMLException mistake) {
            return 0;
        }
    }

    private int index(Mark mark) {
        return text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void unmarked(YAMLException mistake) {
        String told = String.valueOf(mistake.getMessage());
        if (mistake instanceof ReaderException reader) {
            int at = Math.min(reader.getPosition(), text.codePointCount(0, text.length()));
            syntax(
                    place(text.offsetByCodePoints(0, at)),
                    TEXTS.text("unreadableCharacter"),
                    TEXTS.text("removeCharacter"));
        } else if (told.startsWith("Nesting Depth")) {
            syntax(tooDeep(), TEXTS.text("tooDeep"), TEXTS.text("closeBrackets"));
        } else {
            syntax(Place.startOf(file), TEXTS.text("unreadableFile"), TEXTS.text("undoChange"));
        }
    }

    /** The bracket that opens too many, where there are brackets. */
    private Place tooDeep() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            depth += character == '{' || character == '[' ? 1 : character == '}' || character == ']' ? -1 : 0;
            if (depth > DEEPEST - 2) {
                return place(i);
            }
        }
        return Place.startOf(file);
    }

    private void syntax(Place place, Text what, Text remedy) {
        faults.add(place, FaultCode.YAML_SYNTAX, what, remedy);
    }

    /** The place of an index, with columns counted in Java characters as in all places. */
    private Place place(int index) {
        int line = 1
                + (int) text.chars()
                        .limit(index)
                        .filter(character -> character == '\n')
                        .count();
        return new Place(file, line, index - text.lastIndexOf('\n', index - 1));
    }
}
