package io.subsidyrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of the sources that the formatter leaves alone: the width of comments and texts, and plain words. */
class SourceStyleTest {

    private static final int WIDTH = 120;

    /** Words of comments for which there are plainer ones: "is", "also", "where there are none" and a noun to begin with. */
    private static final Pattern HARD = Pattern.compile(
            "/\\*\\* What\\b|\\bstands? for\\b|\\bbesides\\b|\\bas long as that is so\\b|\\bwhere there is none\\b"
                    + "|(?<!here )\\bis no (?!longer|more|such|one)[a-z]");

    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:/\\*\\*|\\*|//).*");

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> read(file).forEach(line -> lines.add(file.getFileName() + ": " + line)));
        }
        return lines;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void noLineIsWiderThanTheFormat() throws IOException {
        assertThat(lines().stream().filter(line -> {
                    String text = line.substring(line.indexOf(": ") + 2);
                    return text.codePointCount(0, text.length()) > WIDTH;
                }))
                .isEmpty();
    }

    @Test
    void commentsUsePlainWords() throws IOException {
        assertThat(lines().stream().filter(line -> {
                    String text = line.substring(line.indexOf(": ") + 2);
                    return COMMENT.matcher(text).matches() && HARD.matcher(text).find();
                }))
                .isEmpty();
    }

    /** A newer JDK warns of a comment before another one, and warnings are errors. */
    @Test
    void noCommentIsFollowedByAnother() throws IOException {
        List<String> lines = lines();
        assertThat(IntStream.range(1, lines.size())
                        .filter(at -> lines.get(at - 1).endsWith("*/")
                                && lines.get(at).replaceFirst("^\\S+:\\s*", "").startsWith("/**"))
                        .mapToObj(lines::get))
                .isEmpty();
    }
}
