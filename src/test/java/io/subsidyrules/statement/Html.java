package io.subsidyrules.statement;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The HTML of a letter or a page, read as the well-formed XML that it is. */
public record Html(Element root) {

    public static Html of(String document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Html(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new AssertionError("The letter is no well-formed document.", unreadable);
        }
    }

    /** The texts of the elements of that name, in their order. */
    public List<String> texts(String name) {
        return elements(name).map(Html::text).toList();
    }

    /** The parts with that element name, in their order. */
    public List<Html> parts(String name) {
        return elements(name).map(Html::new).toList();
    }

    /** The value beside a title, where the part has a row of that title, in a table or a list of values. */
    Optional<String> value(String title) {
        return Stream.concat(
                        elements("tr")
                                .map(Html::new)
                                .filter(row -> row.texts("th").contains(title))
                                .map(row -> row.texts("td").get(0)),
                        elements("div")
                                .map(Html::new)
                                .filter(row -> row.texts("dt").equals(List.of(title)))
                                .map(row -> row.texts("dd").get(0)))
                .findFirst();
    }

    /** The parts with that element name and that class, in their order. */
    List<Html> parts(String name, String kind) {
        return parts(name).stream()
                .filter(part -> part.attribute("class").equals(kind))
                .toList();
    }

    public String attribute(String name) {
        return root.getAttribute(name);
    }

    private Stream<Element> elements(String name) {
        NodeList found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
