package io.subsidyrules.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What becomes of files: by a power failure, a faulty disk, a wrong copy, or somebody's hand. */
public enum Damage {
    MISSING {
        @Override
        void inflict(Path file) {}
    },
    EMPTY {
        @Override
        void inflict(Path file) throws IOException {
            Files.createFile(file);
        }
    },
    CUT {
        @Override
        void inflict(Path file) throws IOException {
            Files.createFile(file);
        }

        /** Of a file, the first half stays, with its rights. */
        @Override
        public void in(Path file) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                super.in(file);
                return;
            }
            try {
                cut(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    },
    GARBAGE {
        @Override
        void inflict(Path file) throws IOException {
            write(file, 5_000);
        }
    },
    LONG_GARBAGE {
        @Override
        void inflict(Path file) throws IOException {
            write(file, 100_000_000);
        }
    },
    LARGE_NUMBER {
        @Override
        void inflict(Path file) throws IOException {
            Files.writeString(file, "99999999999999999999\n".repeat(8));
        }
    },
    FOLDER {
        @Override
        void inflict(Path file) throws IOException {
            Files.createDirectories(file.resolve("inner"));
        }
    },
    PIPE {
        @Override
        void inflict(Path file) throws IOException {
            pipe(file);
        }
    },
    LINK_TO_NOTHING {
        @Override
        void inflict(Path file) throws IOException {
            Files.createSymbolicLink(file, Path.of("nothing"));
        }
    },
    LINK_TO_A_DEVICE {
        @Override
        void inflict(Path file) throws IOException {
            Files.createSymbolicLink(file, Path.of("/dev/zero"));
        }
    },
    FORBIDDEN {
        @Override
        void inflict(Path file) throws IOException {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        }
    };

    abstract void inflict(Path file) throws IOException;

    /** Puts this in the place of whatever is there. */
    public void in(Path file) {
        try {
            delete(file);
            inflict(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Cuts a file to half of its length. */
    public static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    private static void write(Path file, int length) throws IOException {
        Random random = new Random(5);
        byte[] some = new byte[Math.min(length, 1_000_000)];
        random.nextBytes(some);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < length; written += some.length) {
                out.write(some);
            }
        }
    }

    private static void pipe(Path file) throws IOException {
        try {
            if (new ProcessBuilder("mkfifo", file.toString()).start().waitFor() != 0) {
                throw new IOException("mkfifo failed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void delete(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(file, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes found) throws IOException {
                Files.delete(one);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
