package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that file managers, and tools that keep folders alike, give to the copy of a file. */
public final class CopiedFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CopiedFile.class);
    private static final String LATIN = "copy|copie|kopie|copia|backup|bak|old";
    private static final String CHINESE = "副本|复件|复制|拷贝|备份|旧";
    private static final String WORD = "(?:" + LATIN + "|" + CHINESE + ")";
    private static final String NUMBER = "(?: ?[(（][0-9]+[)）])?";
    private static final String ENDING = "(?<ending>(?:\\.[a-z]+)+)";

    /** Between the brackets of {@code x (1).drl} and {@code x (conflicted copy 1).drl}; no part of a longer word. */
    private static final String IN_BRACKETS =
            "(?:[0-9]+|[^()（）]*(?:冲突副本|冲突文件|(?<!\\p{L})(?:" + WORD + "|冲突|conflict(?:ed|s)?)(?!\\p{L}))[^()（）]*)";

    /** Before the ending: {@code x - Copy.drl}, {@code x (1).drl}, {@code x 副本 2.drl}. */
    private static final Pattern AFTER = Pattern.compile("(?i)(?<of>.+?)(?:[ ._-]+" + WORD + "(?: ?[0-9]+)?" + NUMBER
            + "| ?[(（]" + IN_BRACKETS + "[)）]|\\.sync-conflict-[0-9A-Z-]+)" + ENDING);

    /** Before the name: {@code Copy of x.drl}, {@code 复件 x.drl}, {@code 复件 (2) x.drl}. */
    private static final Pattern BEFORE = Pattern.compile("(?i)(?:(?:copy of|copie de|kopie von|copia de)|(?:" + CHINESE
            + ")" + NUMBER + ")[ ._-]+(?<of>.+?)" + ENDING);

    private CopiedFile() {}

    /** The remedy for what a file declares again; empty if the file is not a copy by its name. */
    public static Optional<Text> remedy(Place again, Place first) {
        return Optional.of(again.file())
                .filter(file -> isCopy(file, Set.of(first.file())))
                .map(copy -> TEXTS.text("looksLikeCopy", copy, first.file()));
    }

    /** Whether the path is that of a copy of one of these files, or of a copy of one, in the same folder. */
    static boolean isCopy(String path, Set<String> files) {
        int name = path.lastIndexOf('/') + 1;
        return original(path.substring(name))
                .map(original -> path.substring(0, name) + original)
                .filter(original -> files.contains(original) || isCopy(original, files))
                .isPresent();
    }

    /** The name of the file that a file of this name is a copy of; empty where its name is not that of a copy. */
    static Optional<String> original(String name) {
        Matcher before = BEFORE.matcher(name);
        Matcher copy = before.matches() ? before : AFTER.matcher(name);
        return copy.matches() ? Optional.of(copy.group("of") + copy.group("ending")) : Optional.empty();
    }
}
