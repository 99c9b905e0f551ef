package org.neurarium.visualization.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.ElementId;
import org.neurarium.visualization.MadeUpRun;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.LivePlotSource.Table;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.RunHistory.TraceKey;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.LiveScene.Heatmap;
import org.neurarium.visualization.paint.TimeWindow;
import org.neurarium.visualization.paint.WeightPicture;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PlotExportTest {

  @TempDir Path folder;

  private final MadeUpRun made = new MadeUpRun(40, 10, 20, 16, 1);
  private final RunHistory run = new RunHistory(18, 16);
  private final LiveScene scene = LiveScene.of(made.circuit());
  private final TimeWindow window = new TimeWindow(100, 600);

  PlotExportTest() {
    made.run(10_000);
    run.read(made.observation());
  }

  private LivePlotSource live(Table table) {
    return new LivePlotSource(run, scene, window, PlotTheme.LIGHT, 700, 300, table);
  }

  private HeatmapSource heatmap() {
    WeightPicture weights = WeightPicture.of(new MadeUpRun.MadeUpWeights(40, 10), 10, 20);
    Heatmap what = new Heatmap(new ElementId("p"), "p", "E", "I");
    return new HeatmapSource(what, weights, PlotTheme.DARK, 300, 220);
  }

  private Path save(PlotSource plot, ExportFormat format) throws IOException {
    Path file = folder.resolve("plot." + format.extension());
    PlotExport.write(plot, format, file);
    return file;
  }

  private List<String> csv(PlotSource plot) throws IOException {
    return Files.readAllLines(save(plot, ExportFormat.CSV));
  }

  private static Document parse(Path file) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(file.toFile());
  }

  @Test
  void svgIsXmlWithOneElementForEachPopulationsSpikes() throws Exception {
    Document svg = parse(save(live(Table.SPIKES), ExportFormat.SVG));
    assertEquals("svg", svg.getDocumentElement().getLocalName());
    NodeList paths = svg.getElementsByTagNameNS("*", "path");
    long spikes =
        IntStream.range(0, paths.getLength())
            .filter(
                i -> paths.item(i).getAttributes().getNamedItem("d").getNodeValue().length() > 2000)
            .count();
    // two populations, three traces; each is one path, and so is each rate, which is shorter
    assertTrue(
        spikes >= 4 && paths.getLength() < 12, spikes + " long of " + paths.getLength() + " paths");
    NodeList texts = svg.getElementsByTagNameNS("*", "text");
    List<String> words =
        IntStream.range(0, texts.getLength())
            .mapToObj(i -> texts.item(i).getTextContent())
            .toList();
    assertTrue(words.contains("Cortex E") && words.contains("Cortex I"), words.toString());
  }

  @Test
  void svgOfAHeatmapHasOneRectangleForEachCell() throws Exception {
    HeatmapSource plot = heatmap();
    Document svg = parse(save(plot, ExportFormat.SVG));
    int rectangles = svg.getElementsByTagNameNS("*", "rect").getLength();
    int bar = 64;
    int grounds = 2; // behind all, behind the grid
    assertEquals(plot.weights().cells().length + bar + grounds, rectangles);
  }

  @Test
  void pngHasTwiceTheSizeAndTheColoursOfThePlot() throws IOException {
    BufferedImage image = ImageIO.read(save(live(Table.SPIKES), ExportFormat.PNG).toFile());
    assertEquals(1400, image.getWidth());
    assertEquals(600, image.getHeight());
    int[] pixels = image.getRGB(0, 0, 1400, 600, null, 0, 1400);
    assertTrue(Arrays.stream(pixels).filter(p -> p == PlotTheme.LIGHT.ground()).count() > 100_000);
    assertTrue(Arrays.stream(pixels).filter(p -> p == PlotTheme.LIGHT.excitatory()).count() > 100);
  }

  @Test
  void csvOfSpikesHoldsExactlyTheSpikesOfTheWindow() throws IOException {
    List<String> lines = csv(live(Table.SPIKES));
    assertEquals("t_ms,population,neuron", lines.getFirst());
    int expected = run.spikes().count(run.stepAt(100), run.stepAt(600) + 1);
    assertEquals(expected, lines.size() - 1);
    double before = 0;
    for (String line : lines.subList(1, lines.size())) {
      double time = Double.parseDouble(line.split(",", -1)[0]);
      assertTrue(time >= before && time >= 100 && time <= 600, line);
      before = time;
    }
  }

  @Test
  void csvOfTracesHoldsEveryValueWithItsUnit() throws IOException {
    List<String> lines = csv(live(Table.TRACES));
    assertEquals("t_ms,Cortex E 0 V_m_mV,Cortex E 1 V_m_mV,Cortex I 0 V_m_mV", lines.getFirst());
    assertEquals(5001, lines.size() - 1);
    String[] last = lines.getLast().split(",", -1);
    assertEquals("600", last[0]);
    double value = run.trace(new TraceKey(MadeUpRun.EXCITATORY, 1, "V_m")).orElseThrow().at(6000);
    assertEquals(value, Double.parseDouble(last[2]));
  }

  @Test
  void csvOfRatesCountsEverySpikeOnce() throws IOException {
    List<String> lines = csv(live(Table.RATES));
    long sum = 0;
    for (String line : lines.subList(1, lines.size()))
      sum += Long.parseLong(line.split(",", -1)[3]);
    assertEquals(run.spikes().count(1000, 6000), sum);
  }

  @Test
  void csvOfAHeatmapHasARowForEachCell() throws IOException {
    List<String> lines = csv(heatmap());
    assertEquals("from_first,from_last,to_first,to_last,mean_weight_nS,synapses", lines.getFirst());
    assertEquals(200, lines.size() - 1);
  }

  @Test
  void namesWithCommasAreQuoted() {
    assertEquals("\"a, \"\"b\"\"\"", RunTables.quoted("a, \"b\""));
  }

  @Test
  void theWholeRunsRatesAreSavedFromTimeZeroOn() throws Exception {
    PlotSource plot = new OverviewSource(scene, run, PlotTheme.LIGHT, 200, 240);
    PlotSource window = live(Table.RATES);
    assertEquals(csv(window).getFirst(), csv(plot).getFirst());
    assertTrue(csv(plot).size() > csv(window).size());
    assertEquals("svg", parse(save(plot, ExportFormat.SVG)).getDocumentElement().getLocalName());
  }

  @Test
  void aFailedExportLeavesTheOldFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("plot.csv"), "old");
    PlotSource broken =
        new PlotSource() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public PlotTheme theme() {
            return PlotTheme.LIGHT;
          }

          @Override
          public double width() {
            return 10;
          }

          @Override
          public double height() {
            return 10;
          }

          @Override
          public void draw(org.neurarium.visualization.paint.Surface surface) {}

          @Override
          public void write(Appendable csv) throws IOException {
            throw new IOException("the disk is full");
          }
        };
    assertThrows(IOException.class, () -> PlotExport.write(broken, ExportFormat.CSV, file));
    assertEquals("old", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
