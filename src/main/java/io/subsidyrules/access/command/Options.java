package io.subsidyrules.access.command;

import io.subsidyrules.access.Caller;
import io.subsidyrules.access.Roles;
import io.subsidyrules.access.Scope;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.TextCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The arguments of the command.
 *
 * @param words those that are no options: the subcommand, and the key that it is about
 * @param values those of each option, in their order
 */
record Options(List<String> words, Map<String, List<String>> values) {

    static final String LANGUAGE = "--lang";
    static final String HELP = "--help";

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Options.class);

    private static final String OWNER = "--owner";
    private static final String ROLE = "--role";
    private static final String POLICY = "--policy";
    private static final String DIVISION = "--division";
    private static final String DAYS = "--days";
    private static final String OVERLAP = "--overlap-hours";

    private static final List<String> KNOWN = List.of(OWNER, ROLE, POLICY, DIVISION, DAYS, OVERLAP, LANGUAGE, HELP);

    /** As the table has it: a colon is in the names by token and by certificate alone. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@/-]{0,99}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final int YEAR = 365;
    private static final int LONGEST_DAYS = 3_650;
    private static final int DAY = 24;
    private static final int LONGEST_OVERLAP = 31 * DAY;

    static Options of(List<String> arguments) throws UsageException {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> values = new HashMap<>();
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String argument = left.next();
            if (argument.equals("-h") || argument.equals(HELP)) {
                values.put(HELP, List.of());
            } else if (argument.startsWith("-")) {
                option(argument, left, values);
            } else {
                words.add(argument);
            }
        }
        return new Options(words, values);
    }

    private static void option(String argument, Iterator<String> left, Map<String, List<String>> values)
            throws UsageException {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (!KNOWN.contains(name)) {
            throw new UsageException(Spelling.nearest(name, KNOWN)
                    .map(nearest -> TEXTS.text("noOptionMaybe", name, nearest))
                    .orElseGet(() -> TEXTS.text("noOption", name)));
        }
        if (equals < 0 && !left.hasNext()) {
            throw new UsageException(TEXTS.text("noValue", name));
        }
        values.computeIfAbsent(name, first -> new ArrayList<>())
                .add(equals < 0 ? left.next() : argument.substring(equals + 1));
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    /** The owner of a key with its roles and its scope. */
    Caller owner() throws UsageException {
        List<String> names = values.getOrDefault(OWNER, List.of());
        if (names.size() != 1 || !NAME.matcher(names.get(0)).matches()) {
            throw new UsageException(TEXTS.text("ownerWanted"));
        }
        Set<String> roles = all(ROLE);
        String known = String.join(", ", new TreeSet<>(Roles.ALL));
        if (roles.isEmpty()) {
            throw new UsageException(TEXTS.text("roleWanted", known));
        }
        for (String role : roles) {
            if (!Roles.ALL.contains(role)) {
                throw new UsageException(TEXTS.text("noRole", role, known));
            }
        }
        Scope scope = new Scope(all(POLICY), all(DIVISION));
        if (!scope.isAll() && !roles.contains(Roles.READER)) {
            throw new UsageException(TEXTS.text("scopeOfReader"));
        }
        return new Caller(names.get(0), roles, scope);
    }

    /** How long a key is taken: a year, where nothing else is said. */
    Duration lifetime() throws UsageException {
        return Duration.ofDays(number(DAYS, YEAR, LONGEST_DAYS));
    }

    /** How long two keys are taken side by side: a day, where nothing else is said. */
    Duration overlap() throws UsageException {
        return Duration.ofHours(number(OVERLAP, DAY, LONGEST_OVERLAP));
    }

    private int number(String option, int otherwise, int most) throws UsageException {
        List<String> given = values.getOrDefault(option, List.of());
        if (given.isEmpty()) {
            return otherwise;
        }
        String last = given.get(given.size() - 1);
        if (!NUMBER.matcher(last).matches() || Integer.parseInt(last) > most) {
            throw new UsageException(TEXTS.text("numberWanted", option, most));
        }
        return Integer.parseInt(last);
    }

    private Set<String> all(String option) {
        Set<String> all = new TreeSet<>();
        values.getOrDefault(option, List.of()).forEach(listed -> {
            for (String one : listed.split(",", -1)) {
                if (!one.isBlank()) {
                    all.add(one.strip());
                }
            }
        });
        return all;
    }
}
