package io.subsidyrules.yaml;

import io.subsidyrules.fault.Place;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** The place of a mark. */
final class YamlPlace {

    private YamlPlace() {}

    static Place of(String file, @Nullable Mark mark) {
        return mark == null ? Place.startOf(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
