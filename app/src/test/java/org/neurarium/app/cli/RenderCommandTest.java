package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTest {

  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void writeProject() throws IOException {
    project = TinyProject.in(folder.resolve("tiny"));
  }

  @Test
  void drawsTheSameWindowTwice() throws IOException {
    int[] first = pixels(draw("first.png"));
    assertTrue(IntStream.of(first).distinct().count() > 100, "the picture is blank");
    int[] second = pixels(draw("second.png"));
    long different = IntStream.range(0, first.length).filter(i -> first[i] != second[i]).count();
    // The top bar tells how fast this computer was; everything else is the same.
    assertTrue(different < 0.01 * first.length, () -> different + " pixels differ");
  }

  private static int[] pixels(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    assertEquals(1200, image.getWidth());
    assertEquals(700, image.getHeight());
    return image.getRGB(0, 0, 1200, 700, null, 0, 1200);
  }

  private Path draw(String name) {
    Path out = folder.resolve(name);
    Outcome outcome =
        Outcome.of(
            "render", project.toString(), "--at", "60ms", "--size", "1200x700", out.toString());
    assertEquals(0, outcome.exitCode(), outcome::toString);
    return out;
  }

  @ParameterizedTest
  @CsvSource({"320x200,320,200", "2560x1440,2560,1440"})
  void drawsPicturesSmallerThanAWindowAndLargerThanAScreen(String size, int width, int height)
      throws IOException {
    Path out = folder.resolve(size + ".png");
    Outcome outcome =
        Outcome.of("render", project.toString(), "--at", "20ms", "--size", size, out.toString());
    assertEquals(0, outcome.exitCode(), outcome::toString);
    BufferedImage image = ImageIO.read(out.toFile());
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "render TINY|Something is missing: OUT.png.|2",
        "render TINY x.png --size big|'big' is not a size.|2",
        "render TINY x.png --size 1x1|is not a size|2",
        "render TINY x.png --theme drak|'drak'|2",
        "render TINY picture.jpg|should end in .png|2",
        "render TINY TINY/none/x.png|it is not there|1"
      })
  void saysWhatIsWrongBeforeItDraws(String line, String sentence, int exitCode) {
    Outcome outcome = Outcome.of(line.replace("TINY", project.toString()).split(" "));
    assertEquals(exitCode, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.err().contains(sentence), outcome::err);
    assertFalse(outcome.err().contains("\tat "), outcome::err);
  }
}
