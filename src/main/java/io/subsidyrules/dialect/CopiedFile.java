package io.subsidyrules.dialect;

import java.util.regex.Pattern;

/** Names that file managers give to the copy of a file. */
final class CopiedFile {

    private static final Pattern COPY = Pattern.compile(
            "(?i).*( ?- ?copy|[ _-]copy|副本|复制|\\([0-9]+\\)|（[0-9]+）| 拷贝)( ?[0-9]+| ?\\([0-9]+\\))?\\.[a-z.]+");

    private CopiedFile() {}

    /** Whether the path is that of a copy. */
    static boolean isCopy(String path) {
        return COPY.matcher(path).matches();
    }
}
