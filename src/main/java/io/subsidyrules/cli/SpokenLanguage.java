package io.subsidyrules.cli;

import io.subsidyrules.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the language that a command speaks, before its arguments are read: errors in these are told in it too. */
final class SpokenLanguage {

    /** The variables that name a locale, the first that is set counts; the first one is the command's own. */
    private static final List<String> VARIABLES = List.of("RULES_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

    private SpokenLanguage() {}

    /** The language of {@code --lang}, or else of the locale: Chinese where that is, otherwise English. */
    static Language of(List<String> arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(Rules.LANGUAGE + "=")) {
                return named(argument.substring(Rules.LANGUAGE.length() + 1));
            }
            if (argument.equals(Rules.LANGUAGE) && i + 1 < arguments.size()) {
                return named(arguments.get(i + 1));
            }
        }
        return named(VARIABLES.stream()
                .flatMap(name -> Stream.ofNullable(environment.get(name)))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .orElse("en"));
    }

    private static Language named(String locale) {
        return locale.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
    }
}
