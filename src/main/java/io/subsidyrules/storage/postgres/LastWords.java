package io.subsidyrules.storage.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that a PostgreSQL has left on why it ended: of its log, else of its output. */
final class LastWords {

    private static final Pattern FATAL = Pattern.compile("(?:FATAL: +|PANIC: +|LOG: +(?=could not ))(.*)");
    private static final String BEGINS = "starting PostgreSQL";
    private static final int MOST = 65_536;

    private LastWords() {}

    /** In one sentence, or in none. */
    static String of(Path output, Path logs) {
        return fatal(newest(logs).map(LastWords::end).map(LastWords::ofLastRun).orElse(""))
                .or(() -> fatal(end(output)))
                .or(() -> lastLine(end(output)))
                .map(said -> said + ". ")
                .orElse("");
    }

    private static Optional<Path> newest(Path logs) {
        if (!Files.isDirectory(logs)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(logs)) {
            return all.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String ofLastRun(String log) {
        int begins = log.lastIndexOf(BEGINS);
        return begins < 0 ? log : log.substring(begins);
    }

    private static Optional<String> fatal(String text) {
        List<String> said = text.lines()
                .map(FATAL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
        return said.stream()
                .filter(line -> !line.startsWith("could not "))
                .findFirst()
                .or(() -> said.stream().findFirst());
    }

    private static Optional<String> lastLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce((one, later) -> later);
    }

    /** The end of a text, as far as it can be read. */
    static String end(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - MOST));
            ByteBuffer bytes = ByteBuffer.allocate(MOST);
            int more = 0;
            while (bytes.hasRemaining() && more >= 0) {
                more = channel.read(bytes);
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
