package io.subsidyrules.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of the contract of a service with a host of its own the one of the same service below a path, as it is behind
 * some proxies: its server is there, and so is all that answers lead to.
 */
final class ContractBelow {

    /** A path of an answer: the value of a link, or a pattern of such values. */
    private static final Pattern WAY = Pattern.compile("^(\\^?<?)(?=/(?:v1|problems)/)");

    private final String path;

    private ContractBelow(String path) {
        this.path = path;
    }

    /**
     * Rewrites the contract.
     *
     * @param contract belongs to the caller
     * @param server the path that the service is below, a slash alone where that is none
     */
    static void rewrite(ObjectNode contract, String server) {
        String path = server.replaceFirst("/$", "");
        if (!path.isEmpty()) {
            contract.putArray("servers").addObject().put("url", path);
            new ContractBelow(path).rewrite(contract);
        }
    }

    private void rewrite(JsonNode tree) {
        if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    array.set(i, below(array.get(i).asText()));
                }
            }
        } else if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (member.getValue().isTextual()) {
                    object.put(member.getKey(), below(member.getValue().asText()));
                }
            }
        }
        tree.forEach(this::rewrite);
    }

    private String below(String text) {
        return WAY.matcher(text)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        found.group(1) + (found.group(1).startsWith("^") ? path.replace(".", "\\.") : path)));
    }
}
