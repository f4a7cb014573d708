package io.subsidyrules.coverage.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.coverage.SmallPolicy;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XML is one that readers of Cobertura's reports take. */
class CoberturaReportTest {

    private static final Path GRAMMAR = Path.of("src/test/resources/coverage/coverage-04.dtd");

    private static final RuleCoverage COVERAGE =
            SmallPolicy.when("$work : Work( trained == true, hires >= 3 )").coverage("trained: true", "trained: false");

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) throws SAXException {
            throw warning;
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }

    private static Document valid(String xml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        builder.setEntityResolver((name, address) -> {
            assertThat(address).isEqualTo("http://cobertura.sourceforge.net/xml/coverage-04.dtd");
            return new InputSource(new StringReader(Files.readString(GRAMMAR)));
        });
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static Element line(Document document, int number) {
        NodeList lines = document.getElementsByTagName("line");
        for (int i = 0; i < lines.getLength(); i++) {
            Element line = (Element) lines.item(i);
            if (line.getAttribute("number").equals(Integer.toString(number))) {
                return line;
            }
        }
        throw new AssertionError("There is no line " + number);
    }

    @Test
    void itIsValid() throws ParserConfigurationException, SAXException, IOException {
        Document document = valid(CoberturaReport.of(COVERAGE, "rules"));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("branches-covered"))
                .isEqualTo(Integer.toString(COVERAGE.ratio().covered()));
        assertThat(root.getAttribute("branches-valid"))
                .isEqualTo(Integer.toString(COVERAGE.ratio().all()));
        assertThat(document.getElementsByTagName("package").getLength()).isEqualTo(1);
    }

    /** Both are true and false here or there: trained 2 of 3; hires, which is always unknown, 1 of 5. */
    @Test
    void aLineTellsHowManyOfThePointsOfItsConditionsAreCovered()
            throws ParserConfigurationException, SAXException, IOException {
        Element line = line(valid(CoberturaReport.of(COVERAGE, "rules")), 38);
        assertThat(line.getAttribute("branch")).isEqualTo("true");
        assertThat(line.getAttribute("hits")).isEqualTo("2");
        assertThat(line.getAttribute("condition-coverage")).isEqualTo("37% (3/8)");
        NodeList conditions = line.getElementsByTagName("condition");
        assertThat(((Element) conditions.item(0)).getAttribute("coverage")).isEqualTo("66%");
        assertThat(((Element) conditions.item(1)).getAttribute("coverage")).isEqualTo("20%");
    }

    @Test
    void hostileNamesAreWrittenAsText() throws ParserConfigurationException, SAXException, IOException {
        RuleCoverage hostile = SmallPolicy.named("small/a\"b<c>&\u0001\u202E规则.drl", "$work : Work( hires >= 3 )")
                .coverage();
        Element written = (Element) valid(CoberturaReport.of(hostile, ""))
                .getElementsByTagName("class")
                .item(0);
        assertThat(written.getAttribute("filename")).isEqualTo("small/a\"b<c>&□□规则.drl");
    }
}
