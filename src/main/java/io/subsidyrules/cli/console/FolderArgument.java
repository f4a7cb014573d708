package io.subsidyrules.cli.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The argument {@code DIR}: the rules folder that a command works on. */
public final class FolderArgument {

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "dir")
    private @Nullable String directory;

    /** The folder as it was named; empty if it was not. */
    public Optional<String> named() {
        return Optional.ofNullable(directory);
    }

    /**
     * Reads the folder.
     *
     * @throws CommandException if it is not there, cannot be read, or holds no policy
     */
    public RulesFolder read(Console console) {
        return RulesFolder.read(named(), console);
    }
}
