package io.subsidyrules.page;

import io.subsidyrules.text.Language;
import java.util.stream.Stream;

/**
 * The frame around the content of a page: its title, the ways to other pages, and to itself in the other language.
 * Links are relative, so that they hold behind any prefix.
 *
 * @param root the way to the first page, as a prefix of links
 * @param suffix the query of links, by which pages stay in the language that was chosen
 * @param other this page in the other language
 */
public record Layout(String title, String root, String suffix, Link other) {

    /**
     * The layout of a page.
     *
     * @param chosen whether the page was asked for in its language, and not only by a reader of it
     * @param path of the page
     * @param query the other parameters that it was asked for with, each with {@code &} behind it
     */
    public static Layout of(String title, Language language, boolean chosen, String path, String query) {
        return new Layout(title, root(path), chosen ? "?lang=" + language.tag() : "", other(language, query));
    }

    private static String root(String path) {
        int deep = (int) path.chars().filter(one -> one == '/').count() - 1;
        return deep <= 0 ? "./" : "../".repeat(deep);
    }

    /** The page itself in the language that it is not in. */
    public static Link other(Language language, String query) {
        Language other = Stream.of(Language.values())
                .filter(one -> one != language)
                .findFirst()
                .orElseThrow();
        return new Link("?" + query + "lang=" + other.tag(), other == Language.ZH ? "中文" : "English", other.tag());
    }
}
