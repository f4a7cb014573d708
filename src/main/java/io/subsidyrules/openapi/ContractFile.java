package io.subsidyrules.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The file openapi.yaml as it was built in. Its numbers keep their decimals. */
final class ContractFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectNode TREE = read();

    private ContractFile() {}

    /** A tree in the form of the file. */
    static byte[] yaml(ObjectNode tree) {
        try {
            return YAML.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A copy of its tree, to be changed. */
    static ObjectNode copy() {
        return TREE.deepCopy();
    }

    private static ObjectNode read() {
        try (InputStream file = ContractFile.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return (ObjectNode) YAML.readTree(Objects.requireNonNull(file, "openapi.yaml"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
