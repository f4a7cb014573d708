package io.subsidyrules.cli;

import io.subsidyrules.cli.check.CheckCommand;
import io.subsidyrules.cli.check.ExplainCommand;
import io.subsidyrules.cli.check.LintCommand;
import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.OutputException;
import io.subsidyrules.cli.mutation.MutateCommand;
import io.subsidyrules.cli.request.EvaluateCommand;
import io.subsidyrules.cli.rulebook.DiffCommand;
import io.subsidyrules.cli.rulebook.TableCommand;
import io.subsidyrules.cli.scenario.CoverageCommand;
import io.subsidyrules.cli.scenario.TestCommand;
import io.subsidyrules.cli.skeleton.NewCommand;
import io.subsidyrules.cli.skeleton.NewMeasureCommand;
import io.subsidyrules.cli.skeleton.NewPolicyCommand;
import io.subsidyrules.cli.skeleton.NewScenarioCommand;
import io.subsidyrules.cli.source.FmtCommand;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code rules} with all its subcommands. */
@Command(name = "rules")
public final class Rules implements Runnable {

    static final String LANGUAGE = "--lang";

    /** The subcommands in the order of the help. */
    private static final List<String> SUBCOMMANDS = List.of(
            "check",
            "fmt",
            "lint",
            "test",
            "coverage",
            "mutate",
            "table",
            "diff",
            "evaluate",
            "new",
            "explain",
            CompletionCommand.NAME);

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Rules.class);

    /** Narrower help is not laid out; a terminal of 40 columns wraps it. */
    private static final int NARROWEST_HELP = 55;

    private static final int WIDEST_HELP = 120;

    private final Console console;
    private final InputStream input;

    /** @param input what commands read that are given no file */
    Rules(Console console, InputStream input) {
        this.console = console;
        this.input = input;
    }

    /** Only checked here: it was read before all else, since errors in other arguments are told in it. */
    @Option(names = LANGUAGE, paramLabel = "LANG", scope = ScopeType.INHERIT, descriptionKey = "lang")
    void language(LanguageName named) {}

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help")
    void help(boolean asked) {}

    /** The languages by the names that they have on the command line. */
    enum LanguageName {
        EN,
        ZH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Runs the command with its arguments and returns its exit code. */
    int run(List<String> arguments) {
        int code = ExitCode.OK;
        try {
            code = commandLine(arguments).execute(arguments.toArray(String[]::new));
            console.flush();
            return code;
        } catch (OutputException failed) {
            return code == ExitCode.USAGE ? code : unwritten(failed);
        }
    }

    /** The command line with all its subcommands, in the language of the console. */
    CommandLine commandLine() {
        return with(SUBCOMMANDS);
    }

    /** The same with the subcommand alone that arguments name, since each takes time to set up; with all if none is. */
    CommandLine commandLine(List<String> arguments) {
        int first = 0;
        while (first < arguments.size() && isLanguage(arguments.get(first))) {
            first += arguments.get(first).equals(LANGUAGE) ? 2 : 1;
        }
        boolean isNamed = first < arguments.size()
                && SUBCOMMANDS.contains(arguments.get(first))
                && !arguments.get(first).equals(CompletionCommand.NAME);
        return isNamed ? with(List.of(arguments.get(first))) : commandLine();
    }

    private static boolean isLanguage(String argument) {
        return argument.equals(LANGUAGE) || argument.startsWith(LANGUAGE + "=");
    }

    private CommandLine with(List<String> subcommands) {
        CommandLine line = new CommandLine(this);
        subcommands.forEach(name -> line.addSubcommand(name, subcommand(name)));
        ResourceBundle usage = Usage.in(console.language());
        int columns = Math.max(
                NARROWEST_HELP, Math.min(WIDEST_HELP, console.terminal().columns()));
        line.setResourceBundle(usage)
                .setUsageHelpWidth(columns)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        return line;
    }

    private Object subcommand(String name) {
        return switch (name) {
            case "check" -> new CheckCommand(console);
            case "fmt" -> new FmtCommand(console);
            case "lint" -> new LintCommand(console);
            case "test" -> new TestCommand(console);
            case "coverage" -> new CoverageCommand(console);
            case "mutate" -> new MutateCommand(console);
            case "table" -> new TableCommand(console);
            case "diff" -> new DiffCommand(console, input);
            case "evaluate" -> new EvaluateCommand(console, input);
            case "new" -> begin();
            case "explain" -> new ExplainCommand(console);
            case CompletionCommand.NAME -> new CompletionCommand(console, this::commandLine);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The command {@code rules new} with what it can begin. */
    private CommandLine begin() {
        CommandLine begin = new CommandLine(new NewCommand());
        List.of(new NewPolicyCommand(console), new NewMeasureCommand(console), new NewScenarioCommand(console, input))
                .forEach(begin::addSubcommand);
        return begin;
    }

    private int execute(CommandLine.ParseResult parsed) {
        for (CommandLine one : parsed.asCommandLineList()) {
            if (one.isUsageHelpRequested()) {
                console.line(one.getUsageMessage(ansi()).stripTrailing());
                return ExitCode.OK;
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private Ansi ansi() {
        return console.terminal().colours() ? Ansi.ON : Ansi.OFF;
    }

    private int refuse(ParameterException wrong) {
        console.note("rules: " + UsageFault.of(wrong).in(console.language()));
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.note(TEXTS.text("seeHelp", name));
        return ExitCode.USAGE;
    }

    private int failed(Exception failure) {
        if (failure instanceof CommandException refused) {
            console.note("rules: " + refused.told().in(console.language()));
            return ExitCode.USAGE;
        }
        if (failure instanceof OutputException unwritten) {
            return unwritten(unwritten);
        }
        console.note(TEXTS.text("internal", failure.getClass().getSimpleName()));
        if (console.isTraced()) {
            console.note(trace(failure));
        }
        return ExitCode.USAGE;
    }

    private static String trace(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** The sentence for what no command can catch. */
    static Text tooLarge(VirtualMachineError error) {
        return error instanceof OutOfMemoryError ? TEXTS.text("outOfMemory") : TEXTS.text("tooDeep");
    }

    private int unwritten(OutputException why) {
        try {
            console.note(TEXTS.text("unwritten", String.valueOf(why.getMessage())));
            return ExitCode.USAGE;
        } catch (OutputException both) {
            return ExitCode.USAGE;
        }
    }

    /** {@code rules} alone shows what there is. */
    @Override
    public void run() {
        throw new CommandException(TEXTS.text("noCommand"));
    }
}
