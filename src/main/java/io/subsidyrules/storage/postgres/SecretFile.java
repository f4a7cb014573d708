package io.subsidyrules.storage.postgres;

import io.subsidyrules.files.AtomicFile;
import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The password of a role of the service's own PostgreSQL, in a file that its owner alone can read. It is made anew
 * where the file is missing or damaged: whoever has the files of a database can set its passwords.
 *
 * @param fresh whether it was made just now, so that the database does not know it yet
 */
record SecretFile(Path file, String secret, boolean fresh) {

    private static final Logger LOG = Logger.getLogger(SecretFile.class);

    private static final Pattern SECRET = Pattern.compile("[!-~]{8,200}");
    private static final int LONGEST = 1_000;
    private static final int BYTES = 24;

    /** The one in this file, or a new one. */
    static SecretFile of(Path file) throws IOException {
        Optional<String> known = read(file);
        if (known.isPresent()) {
            return new SecretFile(file, known.get(), false);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        write(file, secret);
        return new SecretFile(file, secret, true);
    }

    private static Optional<String> read(Path file) {
        try {
            String secret = RegularFile.text(file, LONGEST).strip();
            if (SECRET.matcher(secret).matches()) {
                return Optional.of(secret);
            }
            LOG.warnf("%s holds no password, so a new one is made and the database is told.", file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException damaged) {
            LOG.warnf("%s, so a new password is made and the database is told.", damaged.getMessage());
        }
        return Optional.empty();
    }

    /** Puts a file in the place of what is there, whole, on the disk, and readable by its owner alone. */
    static void write(Path file, String content) throws IOException {
        AtomicFile.replace(
                file,
                file.resolveSibling(file.getFileName() + ".new"),
                true,
                out -> out.write(content.getBytes(StandardCharsets.UTF_8)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        AtomicFile.forceFolder(file.resolveSibling("."));
    }
}
