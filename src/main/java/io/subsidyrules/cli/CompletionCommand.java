package io.subsidyrules.cli;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rules completion}: a script by which a shell completes commands and options. */
@Command(name = CompletionCommand.NAME)
final class CompletionCommand implements Callable<Integer> {

    static final String NAME = "completion";

    private final Console console;
    private final Supplier<CommandLine> commands;

    @Parameters(paramLabel = "SHELL", descriptionKey = "SHELL")
    private Shell shell = Shell.BASH;

    /** @param commands the command whose subcommands and options are completed */
    CompletionCommand(Console console, Supplier<CommandLine> commands) {
        this.console = console;
        this.commands = commands;
    }

    /** The shells, each with what it needs before the script for bash. */
    enum Shell {
        BASH(""),
        ZSH("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n");

        private final String before;

        Shell(String before) {
            this.before = before;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        console.print(shell.before + AutoComplete.bash("rules", commands.get()));
        return ExitCode.OK;
    }
}
