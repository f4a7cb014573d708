package io.subsidyrules.cli.skeleton;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.text.TextCatalogue;
import picocli.CommandLine.Command;

/** {@code rules new}: begins a policy, a measure or a scenario. */
@Command(name = "new")
public final class NewCommand implements Runnable {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NewCommand.class);

    @Override
    public void run() {
        throw new CommandException(TEXTS.text("newWhat"));
    }
}
