package io.subsidyrules.dialect.model;

import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A declared enum: a closed list of constants with titles.
 *
 * @param columns the numbers that it has for each constant, each a table of one key
 */
public record EnumType(String name, List<Constant> constants, List<Table> columns, Place place) {

    public EnumType {
        constants = List.copyOf(constants);
        columns = List.copyOf(columns);
    }

    public Optional<Constant> constant(String name) {
        for (Constant constant : constants) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** The column of that name. */
    public Optional<Table> column(String name) {
        return columns.stream()
                .filter(column -> column.head().name().equals(name))
                .findFirst();
    }

    /** The name of the constant that has this title in one of the languages; the title itself where none has. */
    public String meant(String title) {
        return constants.stream()
                .filter(constant -> constant.title().en().equalsIgnoreCase(title)
                        || constant.title().zh().equals(title))
                .map(Constant::name)
                .findFirst()
                .orElse(title);
    }

    /** The constant that a text probably means: by its title, by its name, or by what is nearest to these. */
    public Optional<String> constantMeant(String text) {
        Map<String, String> byWord = new TreeMap<>();
        for (Constant constant : constants) {
            byWord.put(constant.title().en(), constant.name());
            byWord.put(constant.title().zh(), constant.name());
            byWord.put(constant.name(), constant.name());
        }
        return Optional.ofNullable(byWord.get(text))
                .or(() -> Spelling.nearest(text, byWord.keySet()).map(byWord::get));
    }

    /** The name of the constant that has a title, in either language; empty if none has it, or several. */
    public Optional<String> titled(String title) {
        List<String> titled = constants.stream()
                .filter(constant -> constant.title().en().equals(title)
                        || constant.title().zh().equals(title))
                .map(Constant::name)
                .toList();
        return titled.size() == 1 ? Optional.of(titled.get(0)) : Optional.empty();
    }

    /** The names of the constants in the order of the file. */
    public List<String> names() {
        return constants.stream().map(Constant::name).toList();
    }
}
