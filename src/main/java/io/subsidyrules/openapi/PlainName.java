package io.subsidyrules.openapi;

import java.util.stream.Collectors;

/**
 * A name in ASCII letters and digits: names of schemas can have no others, and generators drop others from what they
 * name.
 */
final class PlainName {

    private PlainName() {}

    static boolean isPlain(String name) {
        return name.equals(of(name));
    }

    /**
     * The name with the code of each other character in its place: U56ED for 园. Different names stay different ones.
     */
    static String of(String name) {
        return name.codePoints()
                .mapToObj(point -> isPlain(point) ? Character.toString(point) : "U%04X".formatted(point))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int point) {
        return point < 128 && (Character.isLetterOrDigit(point) || point == '_');
    }
}
