package io.subsidyrules;

import java.nio.file.Path;

/**
 * The first policy and its vocabulary as tests know them, in a copy that stays as it is: what is changed in the rules that are in force
 * changes no test that names an amount, a sentence or a line.
 */
public final class FirstPolicy {

    /** The folder's own path, relative to the project. The service under test serves it, by application.properties. */
    public static final Path FOLDER = Path.of("src/test/resources/frozen-rules");

    private FirstPolicy() {}
}
