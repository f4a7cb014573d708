package io.subsidyrules.storage.postgres;

import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid}, in which a PostgreSQL says that it runs on a folder. It outlives a server that was
 * killed, and a copy of the folder has it too: its number can then belong to any process, to another PostgreSQL as
 * well.
 *
 * @param process the number of the server's process
 * @param folder the folder as that server was given it
 * @param port where it listens
 * @param ready whether it lets clients in
 */
record PostmasterFile(long process, String folder, int port, boolean ready) {

    private static final int HIGHEST = 65_535;

    private static final String NAME = "postmaster.pid";
    private static final String PROGRAM = "postgres";

    private static final int PORT = 3;
    private static final int STATUS = 7;

    /** In bytes; it has eight lines, one of them the path of the folder. */
    private static final int LONGEST = 16_384;

    static Path in(Path files) {
        return files.resolve(NAME);
    }

    /** The file of a folder; empty if there is none, it is not written whole, or is no such file. */
    static Optional<PostmasterFile> of(Path files) {
        try {
            return parsed(RegularFile.text(in(files), LONGEST).lines().toList());
        } catch (IOException noneOrDamaged) {
            return Optional.empty();
        }
    }

    private static Optional<PostmasterFile> parsed(List<String> lines) {
        if (lines.size() <= PORT || !lines.get(0).strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return port(lines.get(PORT))
                .map(port -> new PostmasterFile(
                        Long.parseLong(lines.get(0).strip()),
                        lines.get(1).strip(),
                        port,
                        lines.size() > STATUS && lines.get(STATUS).strip().equals("ready")));
    }

    /**
     * Whether that process is a PostgreSQL and works in this very folder, by whatever name either of them is reached. A
     * server never leaves the folder that it was started on.
     */
    boolean runsOn(Path files) {
        boolean postgres = ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .map(command -> Path.of(command).getFileName())
                .filter(name -> name.toString().startsWith(PROGRAM))
                .isPresent();
        try {
            return postgres && Files.isSameFile(Path.of("/proc", Long.toString(process), "cwd"), files);
        } catch (IOException endedOrOfAnotherUser) {
            return false;
        }
    }

    /** The port that a text names; empty if it names none. */
    static Optional<Integer> port(String text) {
        String number = text.strip();
        return number.matches("[0-9]{1,5}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= HIGHEST
                ? Optional.of(Integer.parseInt(number))
                : Optional.empty();
    }
}
