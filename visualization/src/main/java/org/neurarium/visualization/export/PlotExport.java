package org.neurarium.visualization.export;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.neurarium.visualization.paint.GraphicsSurface;
import org.neurarium.visualization.paint.PixelSurface;
import org.neurarium.visualization.paint.Typefaces;
import org.w3c.dom.Document;

/// Writes plots into files. Any thread, one plot at a time.
public final class PlotExport {

  /// Device pixels of a PNG in one logical pixel: 192 dots per inch.
  static final double PNG_SCALE = 2;

  private static final String SVG_SPACE = "http://www.w3.org/2000/svg";

  private PlotExport() {}

  /// Writes a file as a whole or not at all.
  public static void write(PlotSource plot, ExportFormat format, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path beside = Files.createTempFile(folder, ".plot", "." + format.extension());
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        switch (format) {
          case PNG -> ImageIO.write(image(plot), "png", out);
          case SVG -> svg(plot, out);
          case CSV -> {
            Writer writer =
                new BufferedWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8));
            plot.write(writer);
            writer.flush();
          }
        }
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static BufferedImage image(PlotSource plot) {
    int width = (int) Math.round(plot.width() * PNG_SCALE);
    int height = (int) Math.round(plot.height() * PNG_SCALE);
    int[] pixels = new int[width * height];
    try (PixelSurface surface =
        PixelSurface.on(pixels, width, height, PNG_SCALE, new Typefaces(plot.theme()))) {
      plot.draw(surface);
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }

  private static void svg(PlotSource plot, OutputStream out) throws IOException {
    Document document;
    try {
      document =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG_SPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser is there", e);
    }
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("Drawn by Neurarium");
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(
        new java.awt.Dimension((int) Math.ceil(plot.width()), (int) Math.ceil(plot.height())));
    plot.draw(
        new GraphicsSurface(graphics, new Typefaces(plot.theme()), plot.width(), plot.height()));
    graphics.getRoot(document.getDocumentElement());
    graphics.dispose();
    try {
      // Not Batik's own writer: that one names a DTD, which readers then fetch from the network.
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
