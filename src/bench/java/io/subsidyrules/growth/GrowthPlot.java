package io.subsidyrules.growth;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws the curves of a chart on logarithmic axes, on which linear growth is a line of slope one. */
final class GrowthPlot {

    private static final Dimension SIZE = new Dimension(760, 460);

    /** Colours that the colour-blind can tell apart. */
    private static final List<Color> COLOURS =
            List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7));

    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-4, -4, 8, 8),
            new Rectangle2D.Double(-3.5, -3.5, 7, 7),
            ShapeUtils.createUpTriangle(4.5f),
            ShapeUtils.createDiamond(5));

    private static final Color REFERENCE = Color.GRAY;
    private static final Color GRID = new Color(0xDDDDDD);
    private static final float[] DASHES = {6, 5};

    private GrowthPlot() {}

    static String svg(Chart chart, List<Curve> curves) throws IOException {
        // Else the title of the upright axis would be drawn as outlines.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        SVGGraphics2D graphics = graphics();
        graphics.setSVGCanvasSize(SIZE);
        chart(chart, curves).draw(graphics, new Rectangle(SIZE));
        StringWriter svg = new StringWriter();
        graphics.stream(svg, true);
        return svg.toString();
    }

    /** Texts remain texts, so that no font is in the file. */
    private static SVGGraphics2D graphics() {
        try {
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null));
            context.setComment(null);
            return new SVGGraphics2D(context, false);
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static JFreeChart chart(Chart chart, List<Curve> curves) {
        XYSeriesCollection lines = new XYSeriesCollection();
        curves.forEach(curve -> lines.addSeries(line(chart, curve)));
        lines.addSeries(reference(chart, curves));
        XYPlot plot = new XYPlot(
                lines,
                axis(chart.size()),
                axis("processor time (%s)".formatted(chart.unit())),
                renderer(curves.size()));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setOutlineVisible(false);
        JFreeChart drawn = new JFreeChart(null, null, plot, true);
        drawn.setBackgroundPaint(Color.WHITE);
        drawn.setPadding(new RectangleInsets(10, 10, 5, 20));
        drawn.getLegend().setItemFont(font(13));
        drawn.getLegend().setFrame(BlockBorder.NONE);
        return drawn;
    }

    private static XYSeries line(Chart chart, Curve curve) {
        XYSeries line = new XYSeries(curve.series().label());
        curve.costs().forEach((size, cost) -> line.add(size.doubleValue(), chart.time(cost)));
        return line;
    }

    /** Linear growth from the highest of the first points. */
    private static XYSeries reference(Chart chart, List<Curve> curves) {
        int first = curves.stream()
                .mapToInt(curve -> curve.costs().firstKey())
                .min()
                .orElseThrow();
        int last =
                curves.stream().mapToInt(curve -> curve.costs().lastKey()).max().orElseThrow();
        double time = curves.stream()
                .mapToDouble(curve -> chart.time(curve.costs().get(first)))
                .max()
                .orElseThrow();
        XYSeries line = new XYSeries("linear growth");
        line.add(first, time);
        line.add(last, time * last / first);
        return line;
    }

    private static LogarithmicAxis axis(String label) {
        LogarithmicAxis axis = new LogarithmicAxis(label);
        // The one is for the upright axis, the other for the level one.
        NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
        axis.setNumberFormatOverride(format);
        axis.setTickUnit(new NumberTickUnit(1, format));
        axis.setLabelFont(font(14));
        axis.setTickLabelFont(font(12));
        return axis;
    }

    private static XYLineAndShapeRenderer renderer(int curves) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int i = 0; i < curves; i++) {
            renderer.setSeriesPaint(i, COLOURS.get(i));
            renderer.setSeriesShape(i, SHAPES.get(i));
            renderer.setSeriesStroke(i, new BasicStroke(2));
        }
        renderer.setSeriesPaint(curves, REFERENCE);
        renderer.setSeriesShapesVisible(curves, false);
        renderer.setSeriesStroke(
                curves, new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
        return renderer;
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }
}
