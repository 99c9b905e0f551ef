package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
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
    Path first = draw("first.png", "--at", "60ms");
    BufferedImage image = ImageIO.read(first.toFile());
    assertEquals(1200, image.getWidth());
    assertEquals(700, image.getHeight());
    int[] pixels = image.getRGB(0, 0, 1200, 700, null, 0, 1200);
    assertTrue(IntStream.of(pixels).distinct().count() > 100, "the picture is blank");
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(draw("second.png", "--at", "60ms")));
  }

  private Path draw(String name, String... more) {
    Path out = folder.resolve(name);
    String[] line = {"render", project.toString(), "--size", "1200x700", out.toString(), more[0], more[1]};
    Outcome outcome = Outcome.of(line);
    assertEquals(0, outcome.exitCode(), outcome::toString);
    return out;
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
