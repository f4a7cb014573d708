package io.subsidyrules.dialect;

import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the files of a rules folder, of each no more than a byte beyond what a file may have. */
final class SourceFolder extends SimpleFileVisitor<Path> {

    /** A file stands in the folder of a policy; what lies deeper is told to be misplaced, and no deeper still is looked for. */
    private static final int DEEPEST = 4;

    /** The place of a fault of the folder as a whole. */
    static final String WHOLE = ".";

    /** The folder that volumes of some kinds have at their root, readable for nobody. */
    private static final String LOST_AND_FOUND = "lost+found";

    /** More files that are passed over would help nobody. */
    private static final int MOST_PASSED_OVER = 100;

    /** Characters that steer a terminal or cannot be seen, and what stands for a name of another encoding. */
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\uFFFD]");

    private final Path folder;
    private final Path real;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private long size;

    private SourceFolder(Path folder) throws IOException {
        super();
        this.folder = folder;
        this.real = folder.toRealPath();
    }

    static RuleSources read(Path folder) {
        try {
            SourceFolder sources = new SourceFolder(folder);
            if (!Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, sources);
            return new RuleSources(sources.files, sources.faults, sources.passedOver());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The rules folder (%s) cannot be read.".formatted(folder.toAbsolutePath()), unreadable);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isHidden(directory) && !directory.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (isHidden(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (!RuleSources.isSource(name(path))) {
            if (attributes.isRegularFile() && passedOver.size() < Limits.FILES) {
                PassedOver.of(shown(path)).ifPresent(passedOver::add);
            }
            return FileVisitResult.CONTINUE;
        }
        if (!attributes.isRegularFile()) {
            fault(path, FaultCode.FILE_UNREADABLE);
            return FileVisitResult.CONTINUE;
        }
        if (files.size() >= Limits.FILES) {
            faults.add(Fault.of(Place.startOf(WHOLE), FaultCode.TOO_MANY_FILES, Limits.FILES));
            return FileVisitResult.TERMINATE;
        }
        try {
            source(path);
        } catch (IOException unreadable) {
            fault(path, FaultCode.FILE_UNREADABLE);
        }
        if (size > Limits.FOLDER_MIB * 1024L * 1024L) {
            faults.add(Fault.of(Place.startOf(WHOLE), FaultCode.FOLDER_TOO_LARGE, Limits.FOLDER_MIB));
            return FileVisitResult.TERMINATE;
        }
        return FileVisitResult.CONTINUE;
    }

    private void source(Path path) throws IOException {
        if (!isWithin(path.toRealPath())) {
            fault(path, FaultCode.FILE_OUTSIDE);
            return;
        }
        byte[] content = content(path);
        size += content.length;
        if (NOT_SHOWN.matcher(relative(path)).find() || files.putIfAbsent(relative(path), content) != null) {
            fault(path, FaultCode.FILE_NAME);
        }
    }

    /** Whether a link leads to a source of this folder; what is hidden is none, but for the folders of a ConfigMap. */
    private boolean isWithin(Path target) {
        if (!target.startsWith(real) || !RuleSources.isSource(name(target))) {
            return false;
        }
        for (Path element : real.relativize(target)) {
            if (isHidden(element) && !name(element).startsWith("..")) {
                return false;
            }
        }
        return true;
    }

    /** A link that leads in a circle, a folder or file that may not be read, or one that has just gone. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException unreadable) throws IOException {
        if (path.equals(folder)) {
            throw unreadable;
        }
        boolean ofTheDisk = name(path).equals(LOST_AND_FOUND);
        if (!isHidden(path) && !ofTheDisk && (RuleSources.isSource(name(path)) || Files.isDirectory(path))) {
            fault(path, FaultCode.FILE_UNREADABLE);
        }
        return FileVisitResult.CONTINUE;
    }

    private void fault(Path path, FaultCode code) {
        faults.add(Fault.of(Place.startOf(shown(path)), code));
    }

    /** The first of them, in the order of the paths and not of the disk. */
    private List<PassedOver> passedOver() {
        return passedOver.stream()
                .sorted(Comparator.comparing(PassedOver::path))
                .limit(MOST_PASSED_OVER)
                .toList();
    }

    private String shown(Path path) {
        return NOT_SHOWN.matcher(relative(path)).replaceAll("\u25A1");
    }

    private String relative(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isHidden(Path path) {
        return name(path).startsWith(".");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static byte[] content(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(Limits.FILE_KIB * 1024 + 1);
        }
    }
}
