package io.subsidyrules.cli.skeleton;

import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Resource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a policy with one measure, or of one measure more: an award for a recognised project from a day on, with
 * scenarios that try all of it.
 *
 * @param policy the id of the policy, which is the name of its folder
 * @param number of the measure
 * @param date from which on the rule is in force
 * @param per the word that the policy has for what is paid once
 * @param currency of the amounts of the policy
 */
public record Skeleton(String policy, int number, LocalDate date, String per, Currency currency) {

    private static final Pattern NAME = Pattern.compile("\\{\\{([a-z]+)}}");

    /** The file of the vocabulary, for a folder that has none. */
    static final String VOCABULARY = SourceNames.VOCABULARY + "/applicant.drl";

    /** All files of a policy with this measure, by their paths in the rules folder. */
    public SortedMap<String, String> policy(boolean withVocabulary) {
        SortedMap<String, String> files = measure();
        files.put(
                policy + "/" + SourceNames.POLICY_FILE,
                filled("policy.yaml").replace("{{measure}}\n", entry().indent(2)));
        if (withVocabulary) {
            files.put(VOCABULARY, filled("vocabulary.drl"));
        }
        return files;
    }

    /** The files of this measure alone. */
    public SortedMap<String, String> measure() {
        String path = "%s/measure-%02d".formatted(policy, number);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(path + ".drl", filled("measure.drl"));
        files.put(path + ".scenarios.yaml", filled("measure.scenarios.yaml"));
        return files;
    }

    /** The entry of this measure in the list of measures of the policy file. */
    public String entry() {
        return filled("measure.yaml");
    }

    private String filled(String resource) {
        Map<String, String> values = values();
        Matcher names = NAME.matcher(Resource.text(Skeleton.class, resource));
        return names.replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("id", policy);
        values.put("package", SourceNames.packageOf(policy));
        values.put("number", Integer.toString(number));
        values.put("item", "recognised-project-" + number);
        values.put("type", type());
        values.put("per", per);
        values.put("money", currency.word());
        values.put("unit", currency.unit().en());
        values.put("zhunit", currency.amount("", Language.ZH));
        values.put("date", date.toString());
        values.put("before", date.minusDays(1).toString());
        return values;
    }

    /** Names of types are unique over all policies. */
    private String type() {
        String name = Stream.of(policy.split("[^A-Za-z0-9]+"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return name + "Project" + number;
    }
}
