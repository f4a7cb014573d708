package io.subsidyrules.decision;

import io.subsidyrules.access.Visibility;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.RecordedTime;
import io.subsidyrules.recording.search.DecisionQuery;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters of a query, which every form of the list of decisions takes. */
final class DecisionFilters {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DecisionFilters.class);

    static final List<String> NAMES =
            List.of("applicant", "item", "policy", "status", "reference", "ruleset", "from", "to");

    private static final int LONGEST = 200;
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");

    private final MultivaluedMap<String, String> query;

    private DecisionFilters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    /**
     * The filters of the query; other parameters are ignored.
     *
     * @param visible the decisions that may be seen at all
     * @throws LocalisedProblem if a filter has a value that it cannot have
     */
    static DecisionQuery of(MultivaluedMap<String, String> query, Visibility visible) {
        DecisionFilters filters = new DecisionFilters(query);
        DecisionQuery asked = new DecisionQuery(
                filters.text("applicant"),
                filters.text("item"),
                filters.text("policy"),
                filters.value("status", DecisionFilters::status),
                filters.text("reference"),
                filters.value("ruleset", DecisionFilters::ruleset),
                filters.value("from", text -> RecordedTime.of("from", text).from()),
                filters.value("to", text -> RecordedTime.of("to", text).before()),
                visible);
        if (asked.from().isPresent()
                && asked.before().isPresent()
                && !asked.from().get().isBefore(asked.before().get())) {
            throw LocalisedProblem.badRequest(TEXTS.text("toBeforeFrom"));
        }
        return asked;
    }

    private Optional<String> text(String name) {
        return value(name, text -> {
            if (text.length() > LONGEST || !DecisionQuery.isText(text)) {
                throw LocalisedProblem.badQuery(name, TEXTS.text("shortText"));
            }
            return text;
        });
    }

    private <T> Optional<T> value(String name, Function<String, T> reading) {
        return Optional.ofNullable(query.getFirst(name)).map(reading);
    }

    private static Status status(String text) {
        return Stream.of(Status.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> LocalisedProblem.badQuery(
                        "status", Stream.of(Status.values()).map(Status::name).collect(Collectors.joining(", "))));
    }

    private static String ruleset(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw LocalisedProblem.badQuery("ruleset", TEXTS.text("rulesetVersion"));
        }
        return text;
    }
}
