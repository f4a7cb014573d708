package io.subsidyrules.layout;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.fault.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one layout that rule files, scenario files and policy files have: where their lines end and where blanks are. It
 * does not depend on the layout that a file has already, and changes nothing else.
 */
public final class CanonicalLayout {

    private static final String RULES = ".drl";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CanonicalLayout() {}

    /** Whether a file with this path has a layout: those of editors and file managers have none. */
    public static boolean isFor(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean read = name.endsWith(RULES) || name.equals(SourceNames.POLICY_FILE) || RuleSources.isScenarios(name);
        return read && !name.startsWith(".") && !name.startsWith("~");
    }

    /**
     * The text of a file in its layout: the same words, values and comments in the same order.
     *
     * @param path relative to the rules folder, for the places of faults
     * @throws FaultsException if the file cannot be read, with the place and the remedy, or would become too large
     * @throws LayoutFailedException if the layout would say anything else than the file
     * @throws IllegalArgumentException if a file with this path has no layout
     */
    public static String of(String path, String text) {
        if (!isFor(path)) {
            throw new IllegalArgumentException("There is no layout for %s.".formatted(path));
        }
        WrittenFile file = read(path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        String layout = file.layout();
        if (layout.getBytes(StandardCharsets.UTF_8).length > Limits.FILE_KIB * 1024) {
            Place start = Place.startOf(path);
            throw new FaultsException(List.of(Fault.of(start, FaultCode.FILE_TOO_LARGE, Limits.FILE_KIB)));
        }
        if (!saysTheSame(file, path, layout)) {
            throw new LayoutFailedException(path);
        }
        return layout;
    }

    private static WrittenFile read(String path, String text) {
        return path.endsWith(RULES) ? RuleFile.read(path, text) : YamlText.read(path, text);
    }

    private static boolean saysTheSame(WrittenFile file, String path, String layout) {
        try {
            return read(path, layout).content().equals(file.content());
        } catch (FaultsException unreadable) {
            return false;
        }
    }
}
