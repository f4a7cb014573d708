package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.dialect.table.CsvFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of tables and lists of a rules folder, by the folders that they are in. */
public final class TableFiles {

    private final Map<String, Map<String, CsvFile>> files = new HashMap<>();
    private final Map<String, Set<String>> unread = new HashMap<>();

    /** Adds a file that could be read. */
    public void add(CsvFile file) {
        files.computeIfAbsent(folder(file.path()), any -> new TreeMap<>()).put(file.name(), file);
    }

    /** Adds the path of a file that could not be read, of which no more is told. */
    public void addUnread(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.csv$", "");
        unread.computeIfAbsent(folder(path), any -> new TreeSet<>()).add(name);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    /** The file of that name in a policy's folder, else in the vocabulary. */
    Optional<CsvFile> file(String folder, String name) {
        return in(folder, name).or(() -> in(SourceNames.VOCABULARY, name));
    }

    private Optional<CsvFile> in(String folder, String name) {
        return Optional.ofNullable(files.getOrDefault(folder, Map.of()).get(name));
    }

    /** The same by a name that is one word: its case, and lines between its parts, do not count. */
    Optional<CsvFile> fileOfWord(String folder, String word) {
        return names(folder).stream()
                .filter(name -> plain(name).equals(plain(word)))
                .findFirst()
                .flatMap(name -> file(folder, name));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a file of that name was there, but could not be read. */
    public boolean isUnread(String folder, String name) {
        return List.of(folder, SourceNames.VOCABULARY).stream()
                .flatMap(one -> unread.getOrDefault(one, Set.of()).stream())
                .anyMatch(one -> plain(one).equals(plain(name)));
    }

    /** The paths of all files that could be read. */
    public Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        files.values().forEach(some -> some.values().forEach(file -> paths.add(file.path())));
        return paths;
    }

    /** The names of the files that the rules of a policy can name. */
    public Set<String> names(String folder) {
        Set<String> names = new TreeSet<>(files.getOrDefault(folder, Map.of()).keySet());
        names.addAll(files.getOrDefault(SourceNames.VOCABULARY, Map.of()).keySet());
        return names;
    }
}
