package io.subsidyrules.http;

import io.subsidyrules.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The language that an {@code Accept-Language} header asks for, by the lookup of RFC 4647, section 3.4, and the
 * qualities of RFC 9110: a range counts for the language of its first subtag, so that {@code en-GB} gets English and
 * {@code zh-TW} Chinese, which is nearer to its reader than English. Every kind of Chinese gets the one that there is,
 * written in simplified characters. Underscores count as hyphens, and anything that is not a range is ignored.
 */
public final class AcceptLanguage {

    private static final int LONGEST = 2000;

    /** The first subtag and the quality. */
    private static final Pattern RANGE = Pattern.compile("\\s*(\\*|[A-Za-z]{1,8})(?:[-_][A-Za-z0-9]{1,8})*\\s*"
            + "(?:;\\s*[qQ]\\s*=\\s*(0?\\.[0-9]+|0\\.?|1(?:\\.0*)?)\\s*)?");

    private static final Set<String> ANY = Set.of("*");

    private static final Set<String> ENGLISH = Set.of("en", "eng");

    /** Chinese, its old codes, and the languages that ISO 639-3 counts as kinds of it. */
    private static final Set<String> CHINESE = Set.of(
            "zh", "zho", "chi", "cmn", "yue", "wuu", "hak", "nan", "gan", "hsn", "cdo", "cjy", "cnp", "cpx", "csp",
            "czh", "czo", "hnm", "luh", "lzh", "mnp", "sjc");

    private AcceptLanguage() {}

    /** The language that is preferred; English where none is, unless it is refused, whatever the header holds. */
    public static Language of(@Nullable String header) {
        if (header == null) {
            return Language.EN;
        }
        List<Range> ranges = ranges(header);
        return Stream.of(Language.values())
                .flatMap(language -> best(language, ranges).map(range -> new Offer(language, range)).stream())
                .filter(offer -> offer.range().quality() > 0)
                .max(Comparator.comparing(offer -> offer.range()))
                .map(Offer::language)
                .orElseGet(() -> Stream.of(Language.values())
                        .filter(language -> best(language, ranges).isEmpty())
                        .findFirst()
                        .orElse(Language.EN));
    }

    /** The range that says how much a language is wanted: the best that names it, else the one for any. */
    private static Optional<Range> best(Language language, List<Range> ranges) {
        Set<String> subtags = language == Language.ZH ? CHINESE : ENGLISH;
        return best(ranges, subtags).or(() -> best(ranges, ANY));
    }

    private static Optional<Range> best(List<Range> ranges, Set<String> subtags) {
        return ranges.stream().filter(range -> subtags.contains(range.subtag())).max(Comparator.naturalOrder());
    }

    private static List<Range> ranges(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String element :
                header.substring(0, Math.min(header.length(), LONGEST)).split(",", -1)) {
            Matcher range = RANGE.matcher(element);
            if (range.matches()) {
                String quality = range.group(2);
                ranges.add(new Range(
                        range.group(1).toLowerCase(Locale.ROOT),
                        quality == null ? 1 : Double.parseDouble(quality),
                        ranges.size()));
            }
        }
        return ranges;
    }

    /**
     * A range of the header; of two with the same quality the earlier is the greater one.
     *
     * @param subtag the first, in lower case
     */
    private record Range(String subtag, double quality, int position) implements Comparable<Range> {

        @Override
        public int compareTo(Range other) {
            int compared = Double.compare(quality, other.quality);
            return compared == 0 ? Integer.compare(other.position, position) : compared;
        }
    }

    private record Offer(Language language, Range range) {}
}
