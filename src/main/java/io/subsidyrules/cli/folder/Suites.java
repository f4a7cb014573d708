package io.subsidyrules.cli.folder;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.Progress;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.suite.ScenarioSuite;
import io.subsidyrules.suite.SharedTime;
import io.subsidyrules.suite.SuiteRun;
import io.subsidyrules.suite.TooLongException;
import io.subsidyrules.text.TextCatalogue;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs the scenarios of a folder for a command, within a time after which it ends with a message. */
public final class Suites {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Suites.class);

    /** Five times as long as the service takes at most, which judges a folder on one processor. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Suites() {}

    /**
     * Runs those that are chosen, and shows how far it is.
     *
     * @throws CommandException if they are not finished in time
     */
    public static SuiteRun run(RulesFolder folder, Predicate<Scenario> chosen, Console console) {
        try (Progress progress = Progress.of(TEXTS.text("scenarios"), console)) {
            return ScenarioSuite.run(folder.sources(), chosen, LONGEST, progress::at);
        } catch (TooLongException late) {
            throw tooLong(late, folder);
        }
    }

    /**
     * Does other work on the scenarios, within the same time.
     *
     * @param work on one thread, which tells the point it is given of each scenario, by its file
     * @throws CommandException if it is not finished in time
     */
    public static <T> T within(RulesFolder folder, Function<CancellationPoint, T> work) {
        try {
            return work.apply(new SharedTime(LONGEST).ofOneThread());
        } catch (TooLongException late) {
            throw tooLong(late, folder);
        }
    }

    private static CommandException tooLong(TooLongException late, RulesFolder folder) {
        return new CommandException(TEXTS.text(
                "tooLong",
                late.time().toSeconds(),
                folder.shown(late.file()),
                late.share().toSeconds()));
    }
}
