package io.subsidyrules.cli.console;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rules folder that a command works on: the one that holds the folders of the policies.
 *
 * @param path the folder, absolute
 * @param shown the path as findings show it: from the working directory with forward slashes, and empty if it is that;
 *     absolute if it is elsewhere
 * @param sources its files
 */
public record RulesFolder(Path path, String shown, RuleSources sources) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RulesFolder.class);

    /** The folder where none is named, if it is there; otherwise the working directory. */
    private static final String USUAL = "rules";

    /**
     * Reads a folder.
     *
     * @param named as it was given; empty if none was
     * @throws CommandException if it is not there, cannot be read, or holds no policy
     */
    public static RulesFolder read(Optional<String> named, Console console) {
        Path directory = console.directory();
        Path path = named.map(name -> resolved(directory, name)).orElseGet(() -> usual(directory));
        check(path);
        RuleSources sources = sources(path);
        if (sources.faults().isEmpty() && sources.files().keySet().stream().noneMatch(RulesFolder::isOfPolicy)) {
            throw refused("noPolicy", path);
        }
        return new RulesFolder(path, shown(path, directory), sources);
    }

    /**
     * Reads a folder as {@link #read} does if it is there; otherwise it is one without files, which a command makes.
     *
     * @throws CommandException if it is there and cannot be read
     */
    public static RulesFolder readOrBegin(Optional<String> named, Console console) {
        Path directory = console.directory();
        Path path = resolved(directory, named.orElse(USUAL));
        if (Files.exists(path)) {
            check(path);
        }
        RuleSources sources = Files.exists(path) ? sources(path) : RuleSources.NONE;
        return new RulesFolder(path, shown(path, directory), sources);
    }

    /** The path of one of its files, as findings show it. */
    public String shown(String file) {
        if (file.equals(SourceFolder.WHOLE)) {
            return shown.isEmpty() ? file : shown;
        }
        return shown.isEmpty() ? file : shown + "/" + file;
    }

    private static boolean isOfPolicy(String file) {
        return file.endsWith(".drl") || file.endsWith(SourceNames.POLICY_FILE) || RuleSources.isScenarios(file);
    }

    private static Path resolved(Path directory, String name) {
        try {
            return directory.resolve(name).normalize();
        } catch (InvalidPathException none) {
            throw new CommandException(TEXTS.text("noFolder", name));
        }
    }

    /** The folder where none is named. */
    public static Path usual(Path directory) {
        Path rules = directory.resolve(USUAL);
        return Files.isDirectory(rules) ? rules : directory;
    }

    private static void check(Path path) {
        if (!Files.exists(path)) {
            throw refused("noFolder", path);
        }
        if (!Files.isDirectory(path)) {
            throw refused("noDirectory", path);
        }
        if (Files.exists(path.resolve(SourceNames.POLICY_FILE))) {
            Path above = Optional.ofNullable(path.getParent()).orElse(path);
            throw new CommandException(TEXTS.text("onePolicy", path, above));
        }
    }

    private static RuleSources sources(Path path) {
        try {
            return SourceFolder.sources(path);
        } catch (UncheckedIOException unreadable) {
            throw refused("unreadable", path);
        }
    }

    private static CommandException refused(String key, Path path) {
        Text told = TEXTS.text(key, path);
        return new CommandException(told);
    }

    private static String shown(Path path, Path directory) {
        Path shown = path.startsWith(directory) ? directory.relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }
}
