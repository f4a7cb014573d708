package io.subsidyrules.hostile;

import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/** Reads the rules, builds and asks them, in a process whose loaded classes are then looked at. */
final class ClassLoadingMain {

    private static final String REQUEST = "{\"applicant\": {\"id\": \"91130100MA0ABCDE10\"}, \"claims\": []}";

    private ClassLoadingMain() {}

    public static void main(String[] folders) {
        byte[] request = REQUEST.getBytes(StandardCharsets.UTF_8);
        for (String folder : folders) {
            try (Ruleset ruleset = Ruleset.of(SourceFolder.sources(Path.of(folder)))) {
                ruleset.evaluate(ruleset.reader().read(request, LocalDate.EPOCH.plusYears(53)), Explain.FULL);
            }
        }
    }
}
