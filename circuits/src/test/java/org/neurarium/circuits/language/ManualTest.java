package org.neurarium.circuits.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.model.Model;

/// What the manual shows can be read, and its links lead somewhere.
class ManualTest {

  private static final Path PAGES = Path.of("../src/site/models");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([\\w./-]+\\.md)\\)");

  record Example(String page, String text) {
    @Override
    public String toString() {
      return page + ": " + text.lines().findFirst().orElse("");
    }
  }

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(f -> f.toString().endsWith(".md")).sorted().toList().stream();
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    pages()
        .filter(page -> !page.endsWith("library.md"))
        .forEach(page -> {
          Matcher block = FENCED.matcher(read(page));
          while (block.find())
            if (Arrays.stream(Model.Kind.values())
                .anyMatch(k -> block.group(1).startsWith(k.word() + " ")))
              examples.add(new Example(page.getFileName().toString(), block.group(1)));
        });
    assertTrue(examples.size() > 15, () -> "found only " + examples.size());
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleHasNoProblems(Example example) {
    Reading reading = ModelReader.read(example.page(), example.text());
    assertEquals(List.of(), reading.problems());
    assertTrue(reading.model().isPresent());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToPages(Path page) {
    Matcher link = LINK.matcher(read(page));
    while (link.find())
      assertTrue(Files.exists(page.resolveSibling(link.group(1))), () -> link.group(1));
  }
}
