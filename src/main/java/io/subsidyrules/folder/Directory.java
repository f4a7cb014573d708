package io.subsidyrules.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An open directory. Its entries are looked at and opened through it and not by their path, so that nobody can put
 * another directory in its place meanwhile; no link is followed.
 */
final class Directory implements Closeable {

    private static final Path HERE = Path.of(".");

    private static final LinkOption[] NO_LINKS = {LinkOption.NOFOLLOW_LINKS};

    /** More entries of one directory are not looked at. */
    static final int MOST_ENTRIES = 100_000;

    private final SecureDirectoryStream<Path> stream;
    private final Path path;
    private final List<Path> names;
    private final Object key;

    private Directory(SecureDirectoryStream<Path> stream, Path path, List<Path> names) throws IOException {
        this.stream = stream;
        this.path = path;
        this.names = names;
        this.key = key(stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes());
    }

    /** Opens a folder by its path, of which links are followed. */
    static Directory root(Path folder) throws IOException {
        // With a point behind it, a pipe is refused instead of being waited at.
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.resolve(HERE))) {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                return of(secure.newDirectoryStream(HERE, NO_LINKS), folder.toRealPath(), List.of());
            }
        }
        throw new FileSystemException(
                folder.toString(), null, "the file system cannot open files relative to a folder");
    }

    /** Opens a directory in this one. */
    Directory sub(Path name) throws IOException {
        List<Path> below = new ArrayList<>(names);
        below.add(name);
        Directory sub = of(stream.newDirectoryStream(name.resolve(HERE), NO_LINKS), path.resolve(name), below);
        try {
            // The point keeps a pipe from being waited at, but lets a link be followed.
            BasicFileAttributes seen = attributes(name);
            if (!seen.isDirectory() || !sub.key.equals(seen.fileKey())) {
                throw new NotDirectoryException(name.toString());
            }
            return sub;
        } catch (IOException replaced) {
            sub.close();
            throw replaced;
        }
    }

    private static Directory of(SecureDirectoryStream<Path> stream, Path path, List<Path> names) throws IOException {
        try {
            return new Directory(stream, path, names);
        } catch (IOException unreadable) {
            stream.close();
            throw unreadable;
        }
    }

    /** The directories from the folder to this one, none of them a link. */
    List<Path> names() {
        return Collections.unmodifiableList(names);
    }

    /** Device and number of the directory. */
    Object key() {
        return key;
    }

    /** The real path that this directory had when it was opened. */
    Path path() {
        return path;
    }

    /** The names of the entries, sorted; once. */
    List<Path> entries() throws IOException {
        List<Path> entries = new ArrayList<>();
        try {
            for (Path entry : stream) {
                if (entries.size() > MOST_ENTRIES) {
                    break;
                }
                entries.add(Objects.requireNonNull(entry.getFileName()));
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        Collections.sort(entries);
        return entries;
    }

    BasicFileAttributes attributes(Path name) throws IOException {
        return stream.getFileAttributeView(name, BasicFileAttributeView.class, NO_LINKS)
                .readAttributes();
    }

    /**
     * The file that a name leads to; empty if it is not a plain file, or not the same by its path, as while it is
     * replaced.
     */
    Optional<Identity> identity(Path name) throws IOException {
        BasicFileAttributes seen = attributes(name);
        if (!seen.isRegularFile()) {
            return Optional.empty();
        }
        // Only a path tells the time of the change and the number of links; the key says whether it is the same file.
        Map<String, Object> told = Files.readAttributes(path.resolve(name), "unix:fileKey,ctime,nlink", NO_LINKS);
        return Optional.of(new Identity(
                        Objects.requireNonNull(told.get("fileKey")),
                        (FileTime) Objects.requireNonNull(told.get("ctime")),
                        (Integer) Objects.requireNonNull(told.get("nlink"))))
                .filter(identity -> identity.key().equals(seen.fileKey()));
    }

    /** The first bytes of a file. */
    byte[] content(Path name, int most) throws IOException {
        try (InputStream in = Channels.newInputStream(
                stream.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            return in.readNBytes(most);
        }
    }

    /** The text of a link. It only says which names to look for next, so that a wrong one does no harm. */
    Path link(Path name) throws IOException {
        return Files.readSymbolicLink(path.resolve(name));
    }

    private static Object key(BasicFileAttributes attributes) throws IOException {
        Object key = attributes.fileKey();
        if (key == null) {
            throw new IOException("the file system has no numbers of files");
        }
        return key;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
