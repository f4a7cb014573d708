package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.folder.FolderReader;
import io.subsidyrules.folder.FolderReading;
import io.subsidyrules.folder.Identity;
import io.subsidyrules.folder.Limit;
import io.subsidyrules.folder.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the files of a rules folder, of each no more than a byte beyond what a file may have. */
public final class SourceFolder {

    /**
     * Files are in the folder of a policy; what is deeper is reported as misplaced, and nothing deeper still is looked
     * for.
     */
    private static final int DEEPEST = 4;

    /** The place of a fault of the folder as a whole. */
    public static final String WHOLE = ".";

    /** More files that are passed over would help nobody. */
    private static final int MOST_PASSED_OVER = 100;

    /** Characters that steer a terminal or cannot be seen, and the sign for a name in another encoding. */
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\uFFFD]");

    private static final Limit LIMIT =
            new Limit(Limits.FILES, Limits.TABLE_KIB * 1024, Limits.FOLDER_MIB * 1024L * 1024L);

    private SourceFolder() {}

    /**
     * Reads every {@code .drl}, {@code policy.yaml} and {@code .scenarios.yaml}, and the tables and lists, of the
     * folders below this one. Links are followed, as long as they stay within the folder; what begins with a point or a
     * tilde, as editors' files do, is passed over.
     *
     * @throws UncheckedIOException if the folder itself cannot be read
     */
    public static RuleSources sources(Path folder) {
        try {
            return read(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The rules folder (%s) cannot be read.".formatted(folder.toAbsolutePath()), unreadable);
        }
    }

    /**
     * The findings of a look at a rules folder.
     *
     * @param sources without the files that are not settled
     * @param unsettled the paths of files that were not the same as at the look before, or changed while they were read
     * @param identities to compare the next look with
     */
    public record Look(RuleSources sources, SortedSet<String> unsettled, Map<String, Identity> identities) {

        public Look {
            unsettled = new TreeSet<>(unsettled);
            identities = Map.copyOf(identities);
        }

        /** The sources with a fault for each file that is not settled. */
        public RuleSources withFaults() {
            List<Fault> faults = new ArrayList<>(sources.faults());
            unsettled.forEach(path -> faults.add(Fault.of(Place.startOf(shown(path)), FaultCode.FILE_UNSETTLED)));
            return new RuleSources(sources.files(), faults, sources.passedOver());
        }
    }

    /** Reads a folder at once. */
    static RuleSources read(Path folder) throws IOException {
        return look(folder, Optional.empty(), Set.of(), path -> {}).withFaults();
    }

    /**
     * Looks at a folder of which somebody may be writing at this moment: files that are not as they were at the look
     * before are not opened.
     *
     * @param before the identities of the look before; none at the first look
     * @param shunned the paths of files that are not opened this time either
     * @param reached is called for each file before it is opened
     * @throws IOException if the folder, or a file that nobody changed, cannot be read
     */
    public static Look look(Path folder, Map<String, Identity> before, Set<String> shunned, Consumer<String> reached)
            throws IOException {
        return look(folder, Optional.of(before), shunned, reached);
    }

    private static Look look(
            Path folder, Optional<Map<String, Identity>> before, Set<String> shunned, Consumer<String> reached)
            throws IOException {
        FolderReader.Wanted wanted = new FolderReader.Wanted(SourceNames::isSource, shunned::contains, DEEPEST, LIMIT);
        FolderReading reading = FolderReader.read(folder, wanted, before, reached);
        SortedMap<String, byte[]> files = new TreeMap<>(reading.files());
        List<Fault> faults = new ArrayList<>();
        SortedSet<String> unsettled = new TreeSet<>();
        for (Trouble trouble : reading.troubles()) {
            if (trouble.kind() == Trouble.Kind.UNSETTLED) {
                unsettled.add(trouble.path());
            } else {
                faults.add(fault(trouble));
            }
        }
        for (String path : reading.files().keySet()) {
            if (NOT_SHOWN.matcher(path).find()) {
                faults.add(Fault.of(Place.startOf(shown(path)), FaultCode.FILE_NAME));
            }
        }
        return new Look(new RuleSources(files, faults, passedOver(reading)), unsettled, reading.identities());
    }

    private static Fault fault(Trouble trouble) {
        Place file = Place.startOf(shown(trouble.path()));
        return switch (trouble.kind()) {
            case UNREADABLE, UNSETTLED -> Fault.of(file, FaultCode.FILE_UNREADABLE);
            case OUTSIDE -> Fault.of(file, FaultCode.FILE_OUTSIDE);
            case LINKED -> Fault.of(file, FaultCode.FILE_LINKED);
            case TOO_MANY -> Fault.of(Place.startOf(WHOLE), FaultCode.TOO_MANY_FILES, Limits.FILES);
            case TOO_LARGE -> Fault.of(Place.startOf(WHOLE), FaultCode.FOLDER_TOO_LARGE, Limits.FOLDER_MIB);
        };
    }

    /** The first of them, in the order of the paths. */
    private static List<UnreadFile> passedOver(FolderReading reading) {
        return reading.others().stream()
                .flatMap(path -> UnreadFile.of(shown(path)).stream())
                .sorted(Comparator.comparing(UnreadFile::path))
                .limit(MOST_PASSED_OVER)
                .toList();
    }

    private static String shown(String path) {
        return NOT_SHOWN.matcher(path).replaceAll("\u25A1");
    }
}
