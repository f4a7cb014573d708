package io.subsidyrules.cli.skeleton;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.cli.folder.Suites;
import io.subsidyrules.cli.source.ChangedFile;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.layout.CanonicalLayout;
import io.subsidyrules.layout.LayoutFailedException;
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
     * @param texts by the paths in the folder
     * @param extended the path of the file that something is added to, if it is there; no other one may be
     * @throws CommandException if the folder would not be sound, another file is there, or one cannot be written
     */
    static void write(RulesFolder folder, Map<String, String> texts, String extended, Console console) {
        SortedMap<String, String> laidOut = new TreeMap<>();
        texts.forEach((path, text) -> laidOut.put(path, laidOut(path, text, folder)));
        laidOut.keySet().stream()
                .filter(path ->
                        !path.equals(extended) && Files.exists(folder.path().resolve(path)))
                .findFirst()
                .ifPresent(path -> {
                    throw new CommandException(TEXTS.text("fileThere", folder.shown(path)));
                });
        check(folder, laidOut, console);
        // The one that is there last: where something fails before, it is as it was.
        laidOut.keySet().stream().filter(path -> !path.equals(extended)).forEach(path -> {
            create(folder.path().resolve(path), folder.shown(path), laidOut.getOrDefault(path, ""));
            console.line(folder.shown(path));
        });
        if (laidOut.containsKey(extended)) {
            extend(folder, extended, laidOut.getOrDefault(extended, ""));
            console.line(folder.shown(extended));
        }
    }

    private static String laidOut(String path, String text, RulesFolder folder) {
        try {
            return CanonicalLayout.of(path, text);
        } catch (FaultsException | LayoutFailedException other) {
            throw new CommandException(TEXTS.text("cannotAdd", folder.shown(path)));
        }
    }

    private static void check(RulesFolder folder, Map<String, String> texts, Console console) {
        SortedMap<String, byte[]> all = new TreeMap<>(folder.sources().files());
        texts.forEach((path, text) -> all.put(path, text.getBytes(StandardCharsets.UTF_8)));
        RuleSources sources =
                new RuleSources(all, folder.sources().faults(), folder.sources().passedOver());
        RulesFolder with = new RulesFolder(folder.path(), folder.shown(), sources);
        List<Fault> faults =
                Suites.run(with, scenario -> true, console).judgement().faults();
        if (!faults.isEmpty()) {
            RuledFolder.tell("new", with, faults, console.ofNotes());
            throw new CommandException(TEXTS.text("notSoundWith"));
        }
    }

    private static void extend(RulesFolder folder, String path, String text) {
        Path file = folder.path().resolve(path);
        if (Files.exists(file)) {
            ChangedFile.write(file, folder.shown(path), folder.sources().content(path), text);
        } else {
            create(file, folder.shown(path), text);
        }
    }

    private static void create(Path file, String shown, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.createFile(file);
            write(file, text);
        } catch (IOException failed) {
            throw new CommandException(
                    TEXTS.text("cannotWrite", shown, failed.getClass().getSimpleName()));
        }
    }

    /** Writes into a file that was made for it; where the disk takes a part of it, there is none. */
    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text);
        } catch (IOException full) {
            Files.deleteIfExists(file);
            throw full;
        }
    }
}
