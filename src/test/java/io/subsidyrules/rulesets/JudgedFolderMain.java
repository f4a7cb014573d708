package io.subsidyrules.rulesets;

import io.subsidyrules.text.Language;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Judges a rules folder as the service does at its start, and prints how long it took and what was found. */
final class JudgedFolderMain {

    private JudgedFolderMain() {}

    /** Judges the rules folder that the first argument names, with the second as the folder for data. */
    public static void main(String[] arguments) {
        long began = System.nanoTime();
        try (Following following = Following.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
            RulesetState.Found found = following.state().folder();
            System.out.println("ms " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            System.out.println("state " + following.state().state());
            found.summary().forEach(line -> System.out.println("summary " + line.in(Language.EN)));
            found.faults().forEach(fault -> System.out.println("fault " + fault.code() + " " + fault.place()));
        }
    }
}
