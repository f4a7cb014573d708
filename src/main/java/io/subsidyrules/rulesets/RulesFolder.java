package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.folder.Identity;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * The rules folder as it changes. It is read whole and compared by content: neither times of files, nor notices of the
 * file system, can be relied on for folders that are mounted, swapped by a link, or written by every kind of editor.
 * One thread looks; any may ask what became of it.
 */
final class RulesFolder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RulesFolder.class);

    /** A file that is being written for longer than this is reported, and the others are judged without it. */
    static final Duration LONGEST_SETTLING = Duration.ofSeconds(10);

    private static final Duration LONGEST_STEP = Duration.ofSeconds(2);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(RulesFolder.class);

    private final Path path;
    private final Pause pause;
    private final Duration longestSettling;
    private final TimedLooks looks;
    private Map<String, Identity> identities = Map.of();
    private Set<String> restless = Set.of();
    private Optional<String> known = Optional.empty();
    private volatile Instant looked = Instant.now();
    private volatile Optional<Missed> missed = Optional.empty();

    /** The wait for a file that is being written; false ends it. */
    interface Pause {
        boolean elapsed();
    }

    /**
     * A time in which the folder could not be looked at.
     *
     * @param why the reason of the last attempt
     */
    record Missed(Instant since, Text why) {}

    RulesFolder(Path path, Pause pause) {
        this(path, pause, LONGEST_SETTLING);
    }

    RulesFolder(Path path, Pause pause, Duration longestSettling) {
        this.path = path;
        this.pause = pause;
        this.longestSettling = longestSettling;
        this.looks = new TimedLooks(
                (before, shunned, reached) -> SourceFolder.look(path, before, shunned, reached),
                LONGEST_STEP,
                LONGEST_LOOK);
    }

    Path path() {
        return path;
    }

    /** When the folder was last looked at. */
    Instant looked() {
        return looked;
    }

    /** Since when, and why, it cannot be looked at; empty if it can. */
    Optional<Missed> missed() {
        return missed;
    }

    void close() {
        looks.close();
    }

    /** The content of the folder, settled; where the folder cannot be read, or not in time, that is its one fault. */
    RuleSources settled() {
        RuleSources settled = settle().orElseGet(() -> {
            Text why = missed.map(Missed::why).orElse(TEXTS.text("nothingRead"));
            return unreadable(TEXTS.text("notReadable", why));
        });
        known = Optional.of(key(settled));
        return settled;
    }

    /**
     * The content of the folder, settled, where it is not what it was the last time. Where it cannot be looked at, it
     * counts as unchanged.
     */
    Optional<RuleSources> changed() {
        Optional<SourceFolder.Look> look = look();
        if (look.isEmpty() || isKnown(look.get())) {
            return Optional.empty();
        }
        Optional<RuleSources> settled = settle().filter(now -> !known.equals(Optional.of(key(now))));
        settled.ifPresent(now -> known = Optional.of(key(now)));
        return settled;
    }

    private boolean isKnown(SourceFolder.Look look) {
        return restless.containsAll(look.unsettled()) && known.equals(Optional.of(key(look.withFaults())));
    }

    /**
     * Two readings that agree, of files that nobody changed between them, but for those that somebody writes without
     * end.
     */
    private Optional<RuleSources> settle() {
        long end = System.nanoTime() + longestSettling.toNanos();
        Optional<SourceFolder.Look> before = look();
        while (pause.elapsed()) {
            Optional<SourceFolder.Look> now = look();
            boolean late = System.nanoTime() - end > 0;
            if (late) {
                restless = now.<Set<String>>map(SourceFolder.Look::unsettled).orElse(restless);
            }
            if (now.isPresent() && restless.containsAll(now.get().unsettled())) {
                RuleSources read = now.get().withFaults();
                if (late
                        || before.map(SourceFolder.Look::withFaults)
                                .filter(last -> key(last).equals(key(read)))
                                .isPresent()) {
                    restless = now.get().unsettled();
                    return Optional.of(read);
                }
            } else if (late && now.isEmpty()) {
                return Optional.empty();
            }
            before = now;
        }
        return before.filter(last -> last.unsettled().isEmpty()).map(SourceFolder.Look::withFaults);
    }

    private Optional<SourceFolder.Look> look() {
        try {
            SourceFolder.Look look = read();
            identities = look.identities();
            looked = Instant.now();
            if (missed.isPresent()) {
                LOG.infof("The rules folder %s can be looked at again.", path);
                missed = Optional.empty();
            }
            return Optional.of(look);
        } catch (TimedLooks.MissedException late) {
            miss(late.why());
            return Optional.empty();
        }
    }

    private void miss(Text why) {
        if (missed.isEmpty()) {
            LOG.warnf(
                    "The rules folder %s cannot be looked at (%s), which is tried again. What is live stays.",
                    path, why.en());
        }
        missed = Optional.of(new Missed(missed.map(Missed::since).orElseGet(Instant::now), why));
    }

    private SourceFolder.Look read() throws TimedLooks.MissedException {
        try {
            return looks.look(identities);
        } catch (IOException unreadable) {
            Text wrong = wrong().orElseThrow(() -> new TimedLooks.MissedException(reason(unreadable)));
            return new SourceFolder.Look(unreadable(wrong), new TreeSet<>(), Map.of());
        }
    }

    private static RuleSources unreadable(Text wrong) {
        Fault fault = Fault.of(Place.startOf("."), FaultCode.FOLDER_UNREADABLE, wrong);
        return new RuleSources(new TreeMap<>(), List.of(fault));
    }

    /** The reason that the system gives, without the path. */
    private static Text reason(IOException unreadable) {
        String told = unreadable instanceof FileSystemException ofFile ? ofFile.getReason() : unreadable.getMessage();
        return told == null || told.isBlank() ? TEXTS.text("diskFails") : new Text(told, told);
    }

    private static String key(RuleSources sources) {
        return sources.content() + sources.faults() + sources.passedOver();
    }

    /** The fault of the folder as a whole; empty if the reason does not lie in it. */
    private Optional<Text> wrong() {
        if (Files.isDirectory(path)) {
            return Files.isReadable(path) && Files.isExecutable(path)
                    ? Optional.empty()
                    : Optional.of(TEXTS.text("mayNotBeRead"));
        }
        if (Files.exists(path)) {
            return Optional.of(TEXTS.text("isFile"));
        }
        return Optional.of(Files.isSymbolicLink(path) ? TEXTS.text("leadsNowhere") : TEXTS.text("notThere"));
    }
}
