package io.subsidyrules.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads the plain files of a folder, and of the folders in it, that have a wanted name. A file is opened once, through
 * the open directory that contains it and without following links; what was read counts only where the name led to the
 * same, unchanged file before and after. Links are followed within the folder. Names that begin with a point are passed
 * over, but that a link may lead through those that begin with two, as Kubernetes mounts files.
 */
public final class FolderReader {

    /** The folder that volumes of some kinds have at their root, readable for nobody. */
    private static final String LOST_AND_FOUND = "lost+found";

    private final Directory root;
    private final Wanted wanted;
    private final Optional<Map<String, Identity>> before;
    private final Consumer<String> reached;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<String, Identity> identities = new HashMap<>();
    private final Deque<Object> entered = new ArrayDeque<>();
    private long size;

    private FolderReader(
            Directory root, Wanted wanted, Optional<Map<String, Identity>> before, Consumer<String> reached) {
        this.root = root;
        this.wanted = wanted;
        this.before = before;
        this.reached = reached;
    }

    /**
     * The files to be read.
     *
     * @param name whether a file of this name is
     * @param shunned the paths of files that must not be opened this time, which are reported as unsettled
     * @param depth how many names a path has at most
     */
    public record Wanted(Predicate<String> name, Predicate<String> shunned, int depth, Limit limit) {}

    /**
     * Looks at a folder.
     *
     * @param before the identities of the look before, some time ago: only files that are the same are opened, and the
     *     others reported as unsettled; empty to open all of them
     * @param reached is called for each file before it is opened, which can take as long as the disk likes
     * @throws IOException if the folder, or a file in it that nobody changed, cannot be read, as where no more files
     *     can be opened or the disk fails
     */
    public static FolderReading read(
            Path folder, Wanted wanted, Optional<Map<String, Identity>> before, Consumer<String> reached)
            throws IOException {
        try (Directory root = Directory.root(folder)) {
            FolderReader reader = new FolderReader(root, wanted, before, reached);
            reader.walk(root, "");
            return new FolderReading(reader.files, reader.troubles, reader.others, reader.identities);
        }
    }

    /** Whether the next entry is still to be looked at. */
    private boolean walk(Directory directory, String prefix) throws IOException {
        entered.push(directory.key());
        List<Path> entries = directory.entries();
        if (entries.size() > Directory.MOST_ENTRIES) {
            trouble("", Trouble.Kind.TOO_MANY);
            return false;
        }
        for (Path name : entries) {
            if (!name.toString().startsWith(".") && !visited(directory, name, prefix + name)) {
                return false;
            }
        }
        entered.pop();
        return true;
    }

    private boolean visited(Directory directory, Path name, String path) throws IOException {
        if (troubles.size() >= wanted.limit().files()) {
            trouble("", Trouble.Kind.TOO_MANY);
            return false;
        }
        Optional<BasicFileAttributes> seen = seen(directory, name);
        // What has just gone is no longer there to be reported.
        if (seen.isEmpty()) {
            return true;
        }
        boolean told = isWanted(name) || seen.get().isDirectory();
        try {
            return visit(directory, seen.get(), name, path);
        } catch (LinkTarget.OutsideException outside) {
            if (told || Files.isDirectory(directory.path().resolve(name))) {
                trouble(path, Trouble.Kind.OUTSIDE);
            }
        } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException | NotLinkException unreadable) {
            if (told && !name.toString().equals(LOST_AND_FOUND)) {
                trouble(path, Trouble.Kind.UNREADABLE);
            }
        }
        return true;
    }

    private static Optional<BasicFileAttributes> seen(Directory directory, Path name) throws IOException {
        try {
            return Optional.of(directory.attributes(name));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private boolean visit(Directory directory, BasicFileAttributes seen, Path name, String path) throws IOException {
        if (seen.isSymbolicLink()) {
            try (LinkTarget target = LinkTarget.of(root, directory, name)) {
                return linked(target, name, path);
            }
        }
        if (seen.isDirectory()) {
            if (isTooDeep(path)) {
                return true;
            }
            try (Directory sub = directory.sub(name)) {
                return walk(sub, path + "/");
            }
        }
        return file(directory, name, path);
    }

    /** A link that leads to a folder around it is one in a circle. */
    private boolean linked(LinkTarget target, Path name, String path) throws IOException {
        Optional<Path> file = target.file();
        if (file.isPresent()) {
            if (isWanted(name) && !isWanted(target)) {
                trouble(path, Trouble.Kind.OUTSIDE);
                return true;
            }
            return isWanted(name) ? file(target.directory(), file.get(), path) : other(path);
        }
        if (!isVisible(target.names())) {
            trouble(path, Trouble.Kind.OUTSIDE);
            return true;
        }
        if (entered.contains(target.directory().key())) {
            trouble(path, Trouble.Kind.UNREADABLE);
            return true;
        }
        return isTooDeep(path) || walk(target.directory(), path + "/");
    }

    private boolean isWanted(Path name) {
        return wanted.name().test(name.toString());
    }

    private boolean isTooDeep(String path) {
        return path.chars().filter(character -> character == '/').count() + 1 >= wanted.depth();
    }

    /** Whether a link leads to a file that would be read without it. */
    private boolean isWanted(LinkTarget target) {
        return isVisible(target.names()) && target.file().filter(this::isWanted).isPresent();
    }

    private static boolean isVisible(List<Path> names) {
        return names.stream().map(Path::toString).allMatch(name -> !name.startsWith(".") || name.startsWith(".."));
    }

    private boolean other(String path) {
        if (others.size() < wanted.limit().files()) {
            others.add(path);
        }
        return true;
    }

    private boolean file(Directory directory, Path name, String path) throws IOException {
        boolean plain = directory.attributes(name).isRegularFile();
        if (!wanted.name().test(path.substring(path.lastIndexOf('/') + 1))) {
            return !plain || other(path);
        }
        if (!plain) {
            trouble(path, Trouble.Kind.UNREADABLE);
            return true;
        }
        if (files.size() >= wanted.limit().files()) {
            trouble("", Trouble.Kind.TOO_MANY);
            return false;
        }
        source(directory, name, path);
        if (size > wanted.limit().folderBytes()) {
            trouble("", Trouble.Kind.TOO_LARGE);
            return false;
        }
        return true;
    }

    private void source(Directory directory, Path name, String path) throws IOException {
        Optional<Identity> identity = identity(directory, name);
        identity.ifPresent(found -> identities.put(path, found));
        if (identity.filter(found -> found.links() > 1).isPresent()) {
            trouble(path, Trouble.Kind.LINKED);
            return;
        }
        boolean known =
                before.isEmpty() || Optional.ofNullable(before.get().get(path)).equals(identity);
        if (identity.isEmpty() || !known || wanted.shunned().test(path)) {
            trouble(path, Trouble.Kind.UNSETTLED);
            return;
        }
        Optional<byte[]> content = content(directory, name, path, identity.get());
        content.ifPresentOrElse(
                read -> {
                    size += read.length;
                    files.put(path, read);
                },
                () -> trouble(path, Trouble.Kind.UNSETTLED));
    }

    /** The content of the file of this identity; empty if the name does not lead to it, unchanged, any more. */
    private Optional<byte[]> content(Directory directory, Path name, String path, Identity identity)
            throws IOException {
        reached.accept(path);
        try {
            byte[] content = directory.content(name, wanted.limit().fileBytes() + 1);
            return Optional.of(content).filter(read -> isStill(directory, name, identity));
        } catch (AccessDeniedException | NoSuchFileException unreadable) {
            throw unreadable;
        } catch (IOException failed) {
            // A link in its place is refused like a disk that fails.
            if (isStill(directory, name, identity)) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    private static boolean isStill(Directory directory, Path name, Identity identity) {
        try {
            return identity(directory, name).equals(Optional.of(identity));
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<Identity> identity(Directory directory, Path name) throws IOException {
        try {
            return directory.identity(name);
        } catch (NoSuchFileException | NotDirectoryException replaced) {
            return Optional.empty();
        }
    }

    private void trouble(String path, Trouble.Kind kind) {
        troubles.add(new Trouble(path, kind));
    }
}
