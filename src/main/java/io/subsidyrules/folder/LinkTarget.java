package io.subsidyrules.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The file or directory that a link leads to, found name by name from the folder on, so that it cannot lie outside of
 * it whatever is replaced meanwhile. The directories on the way stay open until it is closed.
 */
final class LinkTarget implements Closeable {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private static final Path NOTHING = Path.of("");
    private static final Path HERE = Path.of(".");
    private static final Path ABOVE = Path.of("..");

    private final Directory root;
    private final Deque<Directory> way = new ArrayDeque<>();
    private Optional<Path> file = Optional.empty();

    private LinkTarget(Directory root) {
        this.root = root;
    }

    /** A link leads out of the folder. */
    static final class OutsideException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Follows the link of that name.
     *
     * @throws OutsideException if it leads out of the folder
     * @throws NoSuchFileException if it leads nowhere, in a circle, or through a file
     */
    static LinkTarget of(Directory root, Directory directory, Path name) throws IOException {
        LinkTarget target = new LinkTarget(root);
        Deque<Path> ahead = new ArrayDeque<>(directory.names());
        ahead.add(name);
        try {
            target.follow(ahead);
            return target;
        } catch (IOException lost) {
            target.close();
            throw lost;
        }
    }

    /** The directory that it leads to, or that contains the file that it leads to. */
    Directory directory() {
        return way.isEmpty() ? root : way.getLast();
    }

    /** The name of the file in its directory; empty if the link leads to a directory. */
    Optional<Path> file() {
        return file;
    }

    /** The names from the folder to it, none of them a link. */
    List<Path> names() {
        List<Path> names = new ArrayList<>(directory().names());
        file.ifPresent(names::add);
        return names;
    }

    private void follow(Deque<Path> ahead) throws IOException {
        int links = 0;
        while (!ahead.isEmpty()) {
            Path name = ahead.removeFirst();
            if (name.equals(NOTHING) || name.equals(HERE)) {
                continue;
            }
            if (name.equals(ABOVE)) {
                up();
                continue;
            }
            BasicFileAttributes seen = directory().attributes(name);
            if (seen.isSymbolicLink()) {
                if (++links > MOST_LINKS) {
                    throw new NoSuchFileException(name.toString());
                }
                link(directory().link(name), ahead);
            } else if (seen.isDirectory()) {
                way.addLast(directory().sub(name));
            } else if (ahead.isEmpty()) {
                file = Optional.of(name);
            } else {
                throw new NoSuchFileException(name.toString());
            }
        }
    }

    private void up() throws IOException {
        if (way.isEmpty()) {
            throw new OutsideException();
        }
        way.removeLast().close();
    }

    private void link(Path text, Deque<Path> ahead) throws IOException {
        Path relative = text;
        if (text.isAbsolute()) {
            if (!text.startsWith(root.path())) {
                throw new OutsideException();
            }
            relative = root.path().relativize(text);
            close();
        }
        List<Path> names = new ArrayList<>();
        relative.forEach(names::add);
        Collections.reverse(names);
        names.forEach(ahead::addFirst);
    }

    @Override
    public void close() throws IOException {
        while (!way.isEmpty()) {
            way.removeLast().close();
        }
    }
}
