package io.subsidyrules.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page docs/performance.md, whose tables of growth are written anew, and the plots beside it. */
final class GrowthPage {

    private static final Path PAGE = Path.of("docs/performance.md");
    private static final Path PLOTS = Path.of("docs/performance");

    private GrowthPage() {}

    static void write(Chart chart, String svg, String table) throws IOException {
        Files.createDirectories(PLOTS);
        Files.writeString(PLOTS.resolve("growth-%s.svg".formatted(chart.slug())), svg);
        Files.writeString(PAGE, between(Files.readString(PAGE), chart.slug(), table));
    }

    /** The page with another table between the comments of this name. */
    private static String between(String page, String name, String table) {
        int from = page.indexOf('\n', position(page, "<!-- the %s begin".formatted(name))) + 1;
        int to = position(page, "<!-- the %s end".formatted(name));
        return page.substring(0, from) + table + page.substring(to);
    }

    private static int position(String page, String comment) {
        int at = page.indexOf(comment);
        if (at < 0) {
            throw new IllegalStateException("%s has no comment (%s).".formatted(PAGE, comment));
        }
        return at;
    }
}
