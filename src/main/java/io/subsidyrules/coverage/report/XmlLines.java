package io.subsidyrules.coverage.report;

import io.subsidyrules.page.InertText;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML with an element on each line. Characters that XML cannot have are written as boxes. */
final class XmlLines {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private int depth;

    /**
     * A document.
     *
     * @param type its document type declaration
     */
    XmlLines(String type) throws XMLStreamException {
        this.writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeCharacters("\n");
        writer.writeDTD(type);
    }

    /** Begins an element, which attributes can follow. */
    XmlLines start(String name) throws XMLStreamException {
        line();
        writer.writeStartElement(name);
        depth++;
        return this;
    }

    /** An element that is empty but for the attributes that can follow. */
    XmlLines empty(String name) throws XMLStreamException {
        line();
        writer.writeEmptyElement(name);
        return this;
    }

    /** An attribute of the element that was begun last. */
    XmlLines with(String name, Object value) throws XMLStreamException {
        writer.writeAttribute(name, InertText.line(value.toString()));
        return this;
    }

    /** An element that is a text. */
    void text(String name, String content) throws XMLStreamException {
        line();
        writer.writeStartElement(name);
        writer.writeCharacters(InertText.line(content));
        writer.writeEndElement();
    }

    /** Ends the element that was begun last. */
    void end() throws XMLStreamException {
        depth--;
        line();
        writer.writeEndElement();
    }

    /** The document. */
    String done() throws XMLStreamException {
        writer.writeEndDocument();
        writer.close();
        return text + "\n";
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }
}
