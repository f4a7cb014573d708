package io.subsidyrules.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The table of docs/security.md.
 *
 * @param allowed the callers that may do each operation, {@code GET /v1/decisions}; a caller without a role is "nobody"
 */
record RoleTable(Map<String, Set<String>> allowed) {

    static RoleTable read() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs", "security.md"));
        List<String> callers = new ArrayList<>();
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (String line : lines) {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() > 2 && cells.get(1).equals("operation")) {
                callers.addAll(cells.subList(2, cells.size() - 1));
            } else if (!callers.isEmpty()
                    && cells.size() == callers.size() + 3
                    && cells.get(1).startsWith("`")) {
                Set<String> may = new TreeSet<>();
                for (int i = 0; i < callers.size(); i++) {
                    if (!cells.get(i + 2).isEmpty()) {
                        may.add(callers.get(i));
                    }
                }
                allowed.put(cells.get(1).replace("`", ""), may);
            }
        }
        return new RoleTable(allowed);
    }
}
