package io.subsidyrules.dialect;

import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that file managers give to the copy of a file. */
final class CopiedFile {

    private static final Pattern COPY = Pattern.compile(
            "(?i).*( ?- ?copy|[ _-]copy|副本|复制|\\([0-9]+\\)|（[0-9]+）| 拷贝)( ?[0-9]+| ?\\([0-9]+\\))?\\.[a-z.]+");

    private CopiedFile() {}

    /** The remedy for what a file declares again; empty where the file is not a copy by its name. */
    static Optional<Text> remedy(Place again, Place first) {
        return Optional.of(again.file())
                .filter(CopiedFile::isCopy)
                .map(copy -> new Text(
                        "%s looks like a copy of %s: remove it.".formatted(copy, first.file()),
                        "%s 看来是 %s 的副本：请删除。".formatted(copy, first.file())));
    }

    /** Whether the path is that of a copy. */
    static boolean isCopy(String path) {
        return COPY.matcher(path).matches();
    }
}
