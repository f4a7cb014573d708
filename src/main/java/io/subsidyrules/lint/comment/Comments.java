package io.subsidyrules.lint.comment;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.dialect.source.SourceText;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The comments of rule files, policy files and scenario files, each line of one by itself. */
public final class Comments {

    private final Map<String, Map<Integer, Comment>> byLine = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    /** Those of all files of a rules folder that can have any. */
    public static Comments of(RuleSources sources) {
        Comments comments = new Comments();
        sources.files().forEach((path, content) -> {
            if (!path.endsWith(".csv")) {
                SourceText.of(path, content, new Faults()).ifPresent(text -> comments.add(path, text));
            }
        });
        return comments;
    }

    private void add(String path, String text) {
        Map<Integer, Comment> found = new TreeMap<>();
        CommentScanner.of(path, text)
                .forEach(comment -> found.putIfAbsent(comment.place().line(), comment));
        byLine.put(path, found);
        texts.put(path, text);
    }

    /** All of them, in the order of the files. */
    public Stream<Comment> all() {
        return byLine.values().stream().flatMap(lines -> lines.values().stream());
    }

    /**
     * Those that speak of a place: on its line, and in the lines directly above it that are comments alone; of the
     * beginning of a file, those of the file's first comment. A table has no comments: the line of {@code policy.yaml}
     * that names its file has them.
     */
    public Stream<Comment> on(Place place) {
        if (place.file().endsWith(".csv")) {
            return entry(place.file()).stream().flatMap(entry -> around(entry.file(), entry.line()));
        }
        return place.equals(Place.startOf(place.file())) ? first(place.file()) : around(place.file(), place.line());
    }

    private Stream<Comment> around(String file, int line) {
        return Stream.concat(at(file, line).stream(), alone(file, line - 1, -1));
    }

    private Stream<Comment> first(String file) {
        int blank = (int) text(file).lines().takeWhile(String::isBlank).count();
        return alone(file, blank + 1, 1);
    }

    /** The comments that are alone on their lines, from a line on, up to one that is none. */
    private Stream<Comment> alone(String file, int from, int step) {
        return Stream.iterate(
                        at(file, from),
                        next -> next.filter(Comment::alone).isPresent(),
                        before -> at(file, before.orElseThrow().place().line() + step))
                .flatMap(Optional::stream);
    }

    private Optional<Comment> at(String file, int line) {
        return Optional.ofNullable(byLine.getOrDefault(file, Map.of()).get(line));
    }

    private Optional<Place> entry(String table) {
        String folder = table.substring(0, table.lastIndexOf('/') + 1);
        String name = table.substring(folder.length(), table.length() - ".csv".length());
        Pattern entry = Pattern.compile(".*\\bfile:\\s*[\"']?" + Pattern.quote(name) + "(?![\\w-]).*");
        List<String> lines = text(folder + SourceNames.POLICY_FILE).lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> entry.matcher(lines.get(line)).matches())
                .mapToObj(line -> new Place(folder + SourceNames.POLICY_FILE, line + 1, 1))
                .findFirst();
    }

    private String text(String file) {
        return texts.getOrDefault(file, "");
    }
}
