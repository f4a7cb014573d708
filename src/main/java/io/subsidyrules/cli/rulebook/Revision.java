package io.subsidyrules.cli.rulebook;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.text.TextCatalogue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.util.SystemReader;

/** The rules of a revision of the Git repository around the working directory, or of a folder. */
public final class Revision {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Revision.class);

    /** The depth to which a rules folder is read. */
    private static final int DEEPEST = 4;

    static {
        SystemReader.setInstance(new NoSettings(SystemReader.getInstance()));
    }

    private final Console console;
    private final Optional<String> rules;

    /** Whether no folder can be named instead. */
    private final boolean alone;

    private Revision(Optional<String> rules, Console console, boolean alone) {
        this.rules = rules;
        this.console = console;
        this.alone = alone;
    }

    /**
     * Reads the rules that a name means: a folder where there is one of that name, otherwise a revision.
     *
     * @param rules the rules folder of revisions, from the working directory; empty for the usual one
     * @throws CommandException if it is neither, or has no policy
     */
    public static RulesFolder orFolder(String name, Optional<String> rules, Console console) {
        Revision revision = new Revision(rules, console, false);
        if (revision.isFolder(name)) {
            return RulesFolder.read(Optional.of(name), console);
        }
        RulesFolder read = revision.read(name);
        if (read.sources().files().isEmpty()) {
            String there = read.shown().substring(name.length() + 1);
            throw new CommandException(TEXTS.text("noRulesThere", name, there.isEmpty() ? "." : there));
        }
        return read;
    }

    /**
     * Reads the rules of a revision, which may have none.
     *
     * @param rules the rules folder, from the working directory; empty for the usual one
     * @throws CommandException if there is no such revision
     */
    public static RulesFolder alone(String name, Optional<String> rules, Console console) {
        return new Revision(rules, console, true).read(name);
    }

    private RulesFolder read(String name) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setMustExist(true)
                .findGitDir(console.directory().toFile());
        if (builder.getGitDir() == null) {
            throw none(alone ? "noRepository.alone" : "noRepository", name);
        }
        try (Repository repository = builder.build()) {
            return read(name, repository);
        } catch (IOException | LargeObjectException failed) {
            throw new CommandException(
                    TEXTS.text("unreadableRevision", name, failed.getClass().getSimpleName()));
        }
    }

    private CommandException none(String key, String name) {
        return new CommandException(TEXTS.text(alone && isFolder(name) ? "folder" : key, name));
    }

    private boolean isFolder(String name) {
        try {
            return Files.isDirectory(console.directory().resolve(name));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private RulesFolder read(String name, Repository repository) throws IOException {
        ObjectId commit = resolved(name, repository);
        Path folder = rules.map(console.directory()::resolve)
                .orElseGet(() -> RulesFolder.usual(console.directory()))
                .normalize();
        File tree = repository.isBare() ? repository.getDirectory() : repository.getWorkTree();
        Path root = tree.toPath().toRealPath();
        Path real = Files.exists(folder) ? folder.toRealPath() : folder;
        if (!real.startsWith(root)) {
            throw new CommandException(
                    TEXTS.text(alone ? "outsideRepository.alone" : "outsideRepository", folder, console.directory()));
        }
        String prefix = root.relativize(real).toString().replace('\\', '/');
        return new RulesFolder(folder, name + ":" + prefix, new RuleSources(files(commit, prefix, repository)));
    }

    /** As of a folder: not what begins with a point, and not what lies deeper than the files of a policy. */
    private static boolean isRead(String path) {
        String[] names = path.split("/");
        return names.length <= DEEPEST
                && Stream.of(names).noneMatch(name -> name.startsWith("."))
                && SourceNames.isSource(names[names.length - 1]);
    }

    private ObjectId resolved(String name, Repository repository) throws IOException {
        try {
            ObjectId commit = repository.resolve(name + "^{commit}");
            if (commit != null) {
                return commit;
            }
        } catch (IllegalArgumentException noName) {
            throw none(alone ? "noRevision.alone" : "noRevision", name);
        }
        throw none(alone ? "noRevision.alone" : "noRevision", name);
    }

    private static SortedMap<String, byte[]> files(ObjectId commit, String prefix, Repository repository)
            throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(commits.parseCommit(commit).getTree());
            tree.setRecursive(true);
            if (!prefix.isEmpty()) {
                tree.setFilter(PathFilter.create(prefix));
            }
            while (tree.next()) {
                String path = prefix.isEmpty()
                        ? tree.getPathString()
                        : tree.getPathString().substring(prefix.length() + 1);
                boolean plain =
                        tree.getFileMode(0) == FileMode.REGULAR_FILE || tree.getFileMode(0) == FileMode.EXECUTABLE_FILE;
                if (plain && isRead(path)) {
                    files.put(path, repository.open(tree.getObjectId(0)).getBytes());
                }
            }
        }
        return files;
    }
}
