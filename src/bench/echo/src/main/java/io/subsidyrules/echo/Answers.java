package io.subsidyrules.echo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The answers to give, numbered from 0, as trees that are written with the same bytes as they were read from. */
record Answers(List<Answer> all) {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    record Answer(int status, String type, JsonNode tree) {}

    /** Reads the folder: for each number a file of the body, and one of its status and its content type. */
    static Answers in(Path folder) throws IOException {
        List<Answer> all = new ArrayList<>();
        while (Files.exists(body(folder, all.size()))) {
            String[] head = Files.readString(folder.resolve(all.size() + ".head"))
                    .strip()
                    .split(" ", 2);
            JsonNode tree = EXACT.readTree(Files.readAllBytes(body(folder, all.size())));
            all.add(new Answer(Integer.parseInt(head[0]), head[1], tree));
        }
        return new Answers(List.copyOf(all));
    }

    Answer get(int number) {
        return all.get(number);
    }

    private static Path body(Path folder, int number) {
        return folder.resolve(number + ".json");
    }
}
