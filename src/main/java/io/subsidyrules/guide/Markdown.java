package io.subsidyrules.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders a document of this service's own documentation as HTML: CommonMark with the tables and the anchors of
 * headings that GitHub has. A link to another document leads to its page; one to a file that the service does not show
 * is left as its text.
 */
final class Markdown {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final Pattern DOCUMENT = Pattern.compile("([a-z-]+)\\.md(#.*)?");
    private static final Pattern KEPT = Pattern.compile("(#|https://).*");

    private Markdown() {}

    /**
     * The document without its heading, which the page has already.
     *
     * @param page the link to the page of a document, relative to the page of this one
     */
    static String html(String markdown, UnaryOperator<String> page) {
        Node document = PARSER.parse(markdown);
        if (document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1) {
            heading.unlink();
        }
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                target(link.getDestination(), page).ifPresentOrElse(link::setDestination, () -> unwrap(link));
            }
        });
        return RENDERER.render(document);
    }

    private static Optional<String> target(String destination, UnaryOperator<String> page) {
        if (KEPT.matcher(destination).matches()) {
            return Optional.of(destination);
        }
        Matcher document = DOCUMENT.matcher(destination);
        return document.matches()
                ? Manual.of(document.group(1))
                        .map(manual -> page.apply(manual.slug())
                                + Optional.ofNullable(document.group(2)).orElse(""))
                : Optional.empty();
    }

    /** Puts the text of a link in its place. */
    private static void unwrap(Link link) {
        Node child = link.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
    }
}
