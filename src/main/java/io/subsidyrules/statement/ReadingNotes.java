package io.subsidyrules.statement;

import io.subsidyrules.page.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the readings that the items of a statement rest on, each once, so that items can cite them by number. */
final class ReadingNotes {

    private final List<String> readings = new ArrayList<>();

    /** The numbers of the readings; those that are new are added. */
    String cited(List<String> cited, Phrases phrases) {
        return cited.stream()
                .map(this::number)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(phrases.say("comma")));
    }

    private int number(String reading) {
        if (!readings.contains(reading)) {
            readings.add(reading);
        }
        return readings.indexOf(reading) + 1;
    }

    List<String> all() {
        return List.copyOf(readings);
    }
}
