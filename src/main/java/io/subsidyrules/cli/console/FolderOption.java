package io.subsidyrules.cli.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --rules}: the rules folder of a command whose arguments are something else. */
public final class FolderOption {

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "dir")
    private @Nullable String directory;

    /** The folder as it was named; empty if it was not. */
    public Optional<String> named() {
        return Optional.ofNullable(directory);
    }
}
