package io.subsidyrules.layout;

import java.util.List;

/** A file as it is written, of which the syntax is right. */
sealed interface WrittenFile permits RuleFile, YamlText {

    /** The file in its layout. */
    String layout();

    /** All that a layout must not change, in the order of the file. */
    List<String> content();
}
