package io.subsidyrules.cli.skeleton;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderOption;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.cli.request.Evaluator;
import io.subsidyrules.cli.request.RequestFile;
import io.subsidyrules.cli.request.RequestInput;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.layout.CanonicalLayout;
import io.subsidyrules.layout.LayoutFailedException;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules new scenario}: a scenario of a request, which expects what the rules give for it now. */
@Command(name = "scenario")
public final class NewScenarioCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NewScenarioCommand.class);

    private static final String ENDING = ".scenarios.yaml";

    private final Console console;
    private final InputStream input;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "FILE")
    private String file = "";

    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Option(names = "--request", paramLabel = "REQUEST", defaultValue = "-")
    private String request = "-";

    @Mixin
    private final FolderOption directory = new FolderOption();

    /** @param input what {@code -} names as the request */
    public NewScenarioCommand(Console console, InputStream input) {
        this.console = console;
        this.input = input;
    }

    @Override
    public Integer call() {
        return RuledFolder.read("new", directory.named(), console)
                .map(this::write)
                .orElse(ExitCode.FINDINGS);
    }

    private int write(RuledFolder ruled) {
        String path = path(ruled.folder().sources());
        RequestFile.Body body = body();
        Evaluator evaluator = new Evaluator(ruled.ruleset(), Explain.FULL, console.language(), RequestInput.today());
        Evaluator.Answered answered = evaluator.answer(body);
        if (answered.isRefused()) {
            answered.told().forEach(console::note);
            return ExitCode.FINDINGS;
        }
        Answer answer = evaluator.evaluated(body);
        NewFiles.write(ruled.folder(), Map.of(path, text(path, ruled.folder().sources(), body, answer)), path, console);
        return ExitCode.OK;
    }

    private String text(String path, RuleSources sources, RequestFile.Body body, Answer answer) {
        try {
            String entry = ScenarioEntry.of(name, body.bytes(), answer);
            String before = sources.files().containsKey(path)
                    ? new String(sources.content(path), StandardCharsets.UTF_8).stripTrailing() + "\n"
                    : "";
            boolean begun = before.lines().anyMatch(line -> line.startsWith("scenarios:"));
            return (begun ? laidOut(path, before) : before + "scenarios:\n") + entry;
        } catch (IOException unreadable) {
            throw new CommandException(TEXTS.text("unreadable", request));
        }
    }

    /** The layout that there is has the indentation of the entry; a file that cannot be laid out is refused later. */
    private static String laidOut(String path, String text) {
        try {
            return CanonicalLayout.of(path, text);
        } catch (FaultsException | LayoutFailedException other) {
            return text;
        }
    }

    /** The path of the scenario file in the rules folder; it may be given from the working directory, too. */
    private String path(RuleSources sources) {
        String named = file.endsWith(ENDING) ? file : file.replaceFirst("\\.drl$", "") + ENDING;
        List<String> parts = List.of(named.replace('\\', '/').split("/"));
        String path = String.join("/", parts.subList(Math.max(0, parts.size() - 2), parts.size()));
        boolean policy = sources.files().containsKey(path.replaceFirst("/.*", "/policy.yaml"));
        if (parts.size() < 2 || !policy) {
            throw new CommandException(TEXTS.text("noScenarioFile", file));
        }
        return path;
    }

    private RequestFile.Body body() {
        try (InputStream opened = RequestInput.opened(request, input, console)) {
            return new RequestFile(opened)
                    .next(1).stream()
                            .findFirst()
                            .orElseThrow(() -> new CommandException(TEXTS.text("noRequest", request)));
        } catch (IOException failed) {
            throw new CommandException(TEXTS.text("unreadable", request));
        }
    }
}
