package io.subsidyrules.cli.command;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.layout.CanonicalLayout;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files that a command adds to a rules folder, which is sound with them. */
final class NewFiles {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NewFiles.class);

    private NewFiles() {}

    /**
     * Writes files in their layout, after it has been seen that the folder is sound with them.
     *
     * @param texts by the paths in the folder; those that are there are replaced
     * @throws CommandException if the folder would not be sound, or a file cannot be written
     */
    static void write(RulesFolder folder, Map<String, String> texts, Console console) {
        SortedMap<String, String> laidOut = new TreeMap<>();
        texts.forEach((path, text) -> laidOut.put(path, CanonicalLayout.of(path, text)));
        SortedMap<String, byte[]> all = new TreeMap<>(folder.sources().files());
        laidOut.forEach((path, text) -> all.put(path, text.getBytes(StandardCharsets.UTF_8)));
        RulesFolder with = new RulesFolder(folder.path(), folder.shown(), new RuleSources(all));
        List<Fault> faults = Judgement.of(with.sources()).faults();
        if (!faults.isEmpty()) {
            RuledFolder.tell("new", with, faults, console.ofNotes());
            throw new CommandException(TEXTS.text("notSoundWith"));
        }
        laidOut.forEach((path, text) -> {
            write(folder.path().resolve(path), folder.shown(path), text);
            console.line(folder.shown(path));
        });
    }

    private static void write(Path file, String shown, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new CommandException(
                    TEXTS.text("cannotWrite", shown, failed.getClass().getSimpleName()));
        }
    }
}
