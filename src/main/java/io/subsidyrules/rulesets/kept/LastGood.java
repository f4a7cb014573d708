package io.subsidyrules.rulesets.kept;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.files.AtomicFile;
import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jboss.logging.Logger;

/**
 * The sources of the last ruleset that went live, in one file: a restart with faulty rules serves them, and a restart
 * with the same rules need not run their scenarios again. The file is replaced whole, and one that is not what was
 * written, truncated, changed or foreign, is passed over with a warning.
 */
public final class LastGood {

    private static final Logger LOG = Logger.getLogger(LastGood.class);
    private static final String FILE = "last-good-rules.zip";
    private static final String SEAL = "seal";
    private static final int LONGEST_SEAL = 1_000;

    private final Path folder;
    private final String program;

    /** @param program what judged the sources; a file of another is not proof that their scenarios pass */
    public LastGood(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    /**
     * Sources that were live once.
     *
     * @param proven whether this very program found that their scenarios pass
     * @param file which file they were read from, as {@link #identity} tells
     */
    public record Kept(RuleSources sources, boolean proven, Optional<Object> file) {}

    Path file() {
        return folder.resolve(FILE);
    }

    /**
     * Keeps the sources in the place of those kept before.
     *
     * @throws IOException if those kept before are still there, or nothing
     */
    public void keep(RuleSources sources) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.replace(file(), folder.resolve(FILE + ".new"), true, out -> write(sources, out));
    }

    /** When the sources were kept; long ago where there are none. */
    public Instant time() {
        try {
            return Files.getLastModifiedTime(file()).toInstant();
        } catch (IOException none) {
            return Instant.MIN;
        }
    }

    /** Which file there is, so that another in its place is noticed; empty if there is none. */
    Optional<Object> identity() {
        try {
            BasicFileAttributes found = Files.readAttributes(file(), BasicFileAttributes.class);
            return Optional.of(Arrays.asList(found.lastModifiedTime(), found.size(), found.fileKey()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The rules that were kept; empty if there is nothing, or nothing that can be trusted. */
    public Optional<Kept> read() {
        Path file = file();
        Optional<Object> identity = identity();
        try (InputStream in = RegularFile.open(file)) {
            return Optional.of(read(in, identity));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warnf("The kept ruleset %s is passed over: %s", file, damaged.getMessage());
            return Optional.empty();
        }
    }

    private void write(RuleSources sources, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            SourceArchive.put(zip, SEAL, seal(sources, program).getBytes(StandardCharsets.UTF_8));
            SourceArchive.write(sources, zip);
        }
    }

    private Kept read(InputStream in, Optional<Object> identity) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(SEAL)) {
                throw new IOException("it has no seal");
            }
            String seal = new String(zip.readNBytes(LONGEST_SEAL), StandardCharsets.UTF_8);
            RuleSources sources = SourceArchive.read(zip);
            String judgedBy = seal.substring(seal.indexOf(' ') + 1);
            if (!seal.equals(seal(sources, judgedBy))) {
                throw new IOException("its content is not what its seal says");
            }
            return new Kept(sources, judgedBy.equals(program), identity);
        }
    }

    private static String seal(RuleSources sources, String program) {
        return sources.content() + " " + program;
    }
}
