package io.subsidyrules.cli;

import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in both languages how a command was called wrongly, with the nearest of what it knows. */
final class UsageFault {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(UsageFault.class);

    private UsageFault() {}

    static Text of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(
                    unmatched.getUnmatched().get(0), wrong.getCommandLine().getCommandSpec());
        }
        if (wrong instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(UsageFault::name).collect(Collectors.joining(", "));
            return TEXTS.text("missing", names);
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument == null) {
            return TEXTS.text("wrong", String.valueOf(wrong.getMessage()));
        }
        if (wrong instanceof OverwrittenOptionException) {
            return TEXTS.text("twice", name(argument));
        }
        String value = String.valueOf(wrong.getValue());
        List<String> allowed = candidates(argument);
        if (allowed.isEmpty()) {
            return TEXTS.text("badValue", value, name(argument));
        }
        return TEXTS.text("notOneOf", value, name(argument), String.join(", ", allowed));
    }

    private static Text unknown(String argument, CommandSpec command) {
        if (argument.startsWith("-")) {
            List<String> options = command.options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .toList();
            return Spelling.nearest(argument.replaceFirst("=.*", ""), options)
                    .map(nearest -> TEXTS.text("noOptionMaybe", argument, nearest))
                    .orElseGet(() -> TEXTS.text("noOption", argument));
        }
        if (command.subcommands().isEmpty()) {
            return TEXTS.text("tooMuch", argument);
        }
        return Spelling.nearest(argument, command.subcommands().keySet())
                .map(nearest -> TEXTS.text("noCommandMaybe", argument, nearest))
                .orElseGet(() -> TEXTS.text("noCommandOf", argument));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static List<String> candidates(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            return StreamSupport.stream(candidates.spliterator(), false).toList();
        }
        Object[] constants = argument.type().getEnumConstants();
        return constants == null
                ? List.of()
                : Stream.of(constants).map(Object::toString).toList();
    }
}
