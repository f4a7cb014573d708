package io.subsidyrules.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The list of the files of a ruleset, in the order of their paths. */
record RulesetFiles(String version, List<File> files) {

    private static final ObjectMapper JSON = new JsonMapper();

    RulesetFiles {
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param path from the rules folder
     * @param bytes how many it has
     * @param sha256 their hash, in hex
     */
    record File(String path, int bytes, String sha256) {

        static File of(Map.Entry<String, byte[]> file) {
            return new File(file.getKey(), file.getValue().length, Sha256.hex(file.getValue()));
        }
    }

    /** As JSON in UTF-8. */
    static byte[] bytes(RuleSources sources) {
        RulesetFiles files = new RulesetFiles(
                sources.version(),
                sources.files().entrySet().stream().map(File::of).toList());
        try {
            return JSON.writeValueAsString(files).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
