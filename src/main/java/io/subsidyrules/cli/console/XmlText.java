package io.subsidyrules.cli.console;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML that is written element by element, each on a line of its own and indented. Characters that XML cannot hold
 * become a box. Not thread-safe.
 */
public final class XmlText {

    private static final char BOX = '\u25A1';
    private static final char FIRST_SURROGATE = '\uD800';
    private static final char LAST_SURROGATE = '\uDFFF';
    private static final char FIRST_OF_NONE = '\uFFFE';

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    /** A document of which nothing is written as yet. */
    public XmlText() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Begins an element. */
    public XmlText open(String name) {
        return write(() -> {
            newLine();
            xml.writeStartElement(name);
            depth++;
        });
    }

    /** Writes an element without content; its attributes follow. */
    public XmlText empty(String name) {
        return write(() -> {
            newLine();
            xml.writeEmptyElement(name);
        });
    }

    /** Writes an attribute of the element that was begun last. */
    public XmlText attribute(String name, String value) {
        return write(() -> xml.writeAttribute(name, writable(value)));
    }

    /** Writes an attribute of the element that was begun last. */
    public XmlText attribute(String name, long value) {
        return attribute(name, Long.toString(value));
    }

    /** Writes the text of an element. */
    public XmlText text(String content) {
        return write(() -> xml.writeCharacters(writable(content)));
    }

    /** Ends the element whose content are other elements. */
    public XmlText close() {
        depth--;
        return write(() -> {
            newLine();
            xml.writeEndElement();
        });
    }

    /** Ends the element whose content is a text. */
    public XmlText closeText() {
        depth--;
        return write(xml::writeEndElement);
    }

    /** The document, of which every element is ended. */
    @Override
    public String toString() {
        write(xml::flush);
        return text.toString();
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String writable(String content) {
        StringBuilder writable = new StringBuilder(content.length());
        content.codePoints().forEach(character -> writable.appendCodePoint(isWritable(character) ? character : BOX));
        return writable.toString();
    }

    private static boolean isWritable(int character) {
        boolean control = character < ' ' && character != '\n' && character != '\t';
        boolean half = character >= FIRST_SURROGATE && character <= LAST_SURROGATE;
        return !control && !half && (character & FIRST_OF_NONE) != FIRST_OF_NONE;
    }

    private XmlText write(Part part) {
        try {
            part.write();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML cannot be written into a text.", impossible);
        }
    }

    /** A part of the document. */
    private interface Part {
        void write() throws XMLStreamException;
    }
}
