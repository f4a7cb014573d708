package io.subsidyrules.rulesets;

import io.subsidyrules.FirstPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A copy of a rules folder, to be edited as policy staff would. */
public final class RulesCopy {

    public static final String DESIGN = "hebei-quality-2022/measure-09.drl";
    public static final String SCENARIOS = "hebei-quality-2022/measure-09.scenarios.yaml";

    private final Path folder;

    private RulesCopy(Path folder) {
        this.folder = folder;
    }

    /** Copies the rules to a folder that may exist already. */
    public static RulesCopy at(Path folder) {
        return at(folder, FirstPolicy.FOLDER);
    }

    /** Copies other rules. */
    public static RulesCopy at(Path folder, Path rules) {
        RulesCopy copy = new RulesCopy(folder);
        try (Stream<Path> paths = Files.walk(rules)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                Path target = folder.resolve(rules.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Path fresh = target.resolveSibling(".fresh");
                Files.copy(path, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return copy;
    }

    /** The copy that a folder holds already. */
    public static RulesCopy in(Path folder) {
        return new RulesCopy(folder);
    }

    public Path folder() {
        return folder;
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    public String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Saves a file whole, as most editors do: beside it first, then in its place. */
    public void save(String file, String text) {
        try {
            Files.createDirectories(path(file).getParent());
            Path fresh = path(file).resolveSibling(".fresh");
            Files.writeString(fresh, text);
            Files.move(fresh, path(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Replaces a text that must be there. */
    public RulesCopy edit(String file, String from, String to) {
        String text = text(file);
        if (!text.contains(from)) {
            throw new AssertionError("%s does not contain %s.".formatted(file, from));
        }
        save(file, text.replace(from, to));
        return this;
    }

    /** Deletes a file that must be there. */
    public RulesCopy remove(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Adds a comment: another version of the same rules. */
    public RulesCopy comment(String file, String comment) {
        save(file, text(file) + "// " + comment + "\n");
        return this;
    }

    /** Takes the scenarios away, so that amounts can be changed alone. */
    public RulesCopy withoutScenarios() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    (Iterable<Path>) paths.filter(path -> path.toString().endsWith(".scenarios.yaml"))::iterator) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }
}
