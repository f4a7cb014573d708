package io.subsidyrules.dialect;

import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that file managers, and tools that keep folders alike, give to the copy of a file. */
final class CopiedFile {

    private static final String LATIN = "copy|copie|kopie|copia|backup|bak|old";
    private static final String CHINESE = "副本|复件|复制|拷贝|备份|旧";

    /** Before the ending: {@code x - Copy.drl}, {@code x (1).drl}, {@code x 副本 2.drl}, {@code x (conflicted copy 1).drl}. */
    private static final Pattern AFTER =
            Pattern.compile("(?i)(?<of>.+?)(?:(?:[ ._-]+(?:" + LATIN + ")|[ ._-]*(?:" + CHINESE
                    + "))(?: ?[0-9]+)?(?: ?[(（][0-9]+[)）])?| ?[(（](?:[0-9]+|[^()（）]*(?:" + LATIN + "|" + CHINESE
                    + "|conflict|冲突)[^()（）]*)[)）]|\\.sync-conflict-[0-9A-Z-]+)(?<ending>(?:\\.[a-z]+)+)");

    /** Before the name: {@code Copy of x.drl}, {@code 复件 x.drl}. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)(?:copy of|copie de|kopie von|copia de|副本|复件|复制|拷贝|备份)[ ._-]*(?<of>.+?)(?<ending>(?:\\.[a-z]+)+)");

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
        return original(path.substring(path.lastIndexOf('/') + 1)).isPresent();
    }

    /** The name of the file that a file of this name is a copy of; empty where its name is not that of a copy. */
    static Optional<String> original(String name) {
        Matcher before = BEFORE.matcher(name);
        Matcher copy = before.matches() ? before : AFTER.matcher(name);
        return copy.matches() ? Optional.of(copy.group("of") + copy.group("ending")) : Optional.empty();
    }
}
