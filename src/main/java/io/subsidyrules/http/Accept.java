package io.subsidyrules.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The media type that {@code Accept} headers ask for, by the rules of RFC 9110, section 12.5.1: of the ranges that
 * match a type the most specific says its quality, and quality 0 refuses it. Parameters of ranges other than {@code q}
 * are not looked at, and anything that is not a range is ignored. Whoever takes {@code application/problem+json} alone
 * is taken to ask for any type but those that it refuses: every answer can be a problem, and clients that are generated
 * from the contract name no other type for an operation whose answer is not JSON.
 */
public final class Accept {

    private static final int LONGEST = 2000;

    private static final String PROBLEM = "application/problem+json";

    private static final Pattern RANGE = Pattern.compile("\\s*([^\\s;,/]+)/([^\\s;,/]+)\\s*(?:;(.*))?");
    private static final Pattern QUALITY =
            Pattern.compile("\\s*[qQ]\\s*=\\s*(0?\\.[0-9]{1,9}|0\\.?|1(?:\\.0{0,9})?)\\s*");

    private Accept() {}

    /**
     * The offered type that is preferred, the first of those that are equally so; one that a range names goes before
     * one that a range with a wildcard includes.
     *
     * @param headers as they were sent; without any, every type will do
     * @param offered types without parameters, in lower case: {@code text/html}
     * @return empty if none will do
     */
    public static Optional<String> preferred(@Nullable List<String> headers, List<String> offered) {
        if (headers == null || headers.isEmpty()) {
            return Optional.of(offered.get(0));
        }
        List<Range> ranges = withAnyForProblems(ranges(String.join(",", headers)));
        if (ranges.isEmpty()) {
            return Optional.of(offered.get(0));
        }
        return offered.stream()
                .flatMap(type -> quality(type, ranges).stream())
                .filter(offer -> offer.quality() > 0)
                .max(Comparator.comparingDouble(Offer::quality).thenComparing(Offer::specificity))
                .map(Offer::type);
    }

    private static List<Range> withAnyForProblems(List<Range> ranges) {
        List<Range> wanted =
                ranges.stream().filter(range -> range.quality() > 0).toList();
        if (wanted.isEmpty()
                || !wanted.stream().allMatch(range -> range.isExactly(PROBLEM))
                || ranges.stream().anyMatch(range -> range.specificity() == 0)) {
            return ranges;
        }
        return Stream.concat(ranges.stream(), Stream.of(new Range(Range.ANY, Range.ANY, 1)))
                .toList();
    }

    private static Optional<Offer> quality(String type, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(type))
                .max(Comparator.comparing(Range::specificity).thenComparing(Range::quality))
                .map(range -> new Offer(type, range.quality(), range.specificity()));
    }

    private static List<Range> ranges(String header) {
        return Stream.of(header.substring(0, Math.min(header.length(), LONGEST)).split(",", -1))
                .flatMap(element -> range(element).stream())
                .toList();
    }

    private static Optional<Range> range(String element) {
        Matcher range = RANGE.matcher(element);
        if (!range.matches()) {
            return Optional.empty();
        }
        double quality = range.group(3) == null ? 1 : quality(range.group(3));
        return Optional.of(new Range(
                range.group(1).toLowerCase(Locale.ROOT), range.group(2).toLowerCase(Locale.ROOT), quality));
    }

    private static double quality(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            Matcher quality = QUALITY.matcher(parameter);
            if (quality.matches()) {
                return Double.parseDouble(quality.group(1));
            }
        }
        return 1;
    }

    private record Range(String type, String subtype, double quality) {

        private static final String ANY = "*";

        boolean matches(String offered) {
            int slash = offered.indexOf('/');
            return (type.equals(ANY) || type.equals(offered.substring(0, slash)))
                    && (subtype.equals(ANY) || subtype.equals(offered.substring(slash + 1)));
        }

        boolean isExactly(String named) {
            return named.equals(type + "/" + subtype);
        }

        int specificity() {
            return type.equals(ANY) ? 0 : subtype.equals(ANY) ? 1 : 2;
        }
    }

    private record Offer(String type, double quality, int specificity) {}
}
