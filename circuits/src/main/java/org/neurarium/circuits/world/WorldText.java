package org.neurarium.circuits.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKind.Count;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.circuits.world.WorldKind.Setting;
import org.neurarium.circuits.world.WorldKind.Shown;
import org.neurarium.circuits.world.WorldKind.Taken;
import org.neurarium.circuits.world.WorldKind.Wants;

/// Reads the descriptor of a world.
///
/// ```
/// world bandit "Bandit"
///   summary   "…"
///   reference doi:10.1038/nature04766 "…"
///   setting   arms = 2 in 2 .. 10 whole fixed "how many arms"
///   shows     cue category 1 "…"          # also: place 1, place 2, amount, event
///   takes     choice options arms "…"     # also: direction, amount
///   layout
///   #####
///   #S G#
///   #####
/// ```
///
/// A number of values is a number or the name of a setting. The layout ends the text.
public final class WorldText {

  private static final Pattern HEAD = Pattern.compile("world\\s+(\\w+)\\s+\"([^\"]*)\"");
  private static final Pattern SUMMARY = Pattern.compile("summary\\s+\"([^\"]*)\"");
  private static final Pattern REFERENCE =
      Pattern.compile("reference\\s+doi:(\\S+)(?:\\s+\"([^\"]*)\")?");
  private static final Pattern SETTING =
      Pattern.compile(
          "setting\\s+(\\w+)\\s*=\\s*(.+?)\\s+in\\s+(\\S+)\\s*\\.\\.\\s*(\\S+)((?:\\s+(?:positive|whole|fixed|advanced|not"
              + " negative))*)\\s+\"([^\"]*)\"");
  private static final Pattern SHOWS =
      Pattern.compile("shows\\s+(\\w+)\\s+(category|place|amount|event)\\s*(\\w*)\\s+\"([^\"]*)\"");
  private static final Pattern TAKES =
      Pattern.compile("takes\\s+(\\w+)\\s+(options|direction|amount)\\s*(\\w*)\\s+\"([^\"]*)\"");

  /// What every world has.
  private static final String COMMON =
      """
      setting tick    = 10 ms  in 1 .. 100   positive fixed advanced "time of a turn of the world"
      setting latency = 2 ms   in 0.1 .. 100 positive fixed advanced "from a turn to when it can be seen"
      setting pulse   = 100 ms in 1 .. 2000  positive advanced "how long an event can be seen"
      """;

  private final List<Reference> references = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();
  private String id = "";
  private String title = "";
  private String summary = "";

  private WorldText() {}

  /// Reads a descriptor.
  ///
  /// @throws IllegalArgumentException with the line that does not read: a descriptor is written by who writes the world, as its class is
  public static WorldKind read(String text) {
    WorldText reading = new WorldText();
    StringBuilder layout = new StringBuilder();
    boolean inLayout = false;
    for (String line : text.split("\n", -1)) {
      String plain = line.strip();
      if (inLayout) {
        if (!plain.isEmpty()) layout.append(layout.isEmpty() ? "" : "\n").append(plain);
      } else if (plain.equals("layout")) inLayout = true;
      else if (!plain.isEmpty() && !plain.startsWith("# ")) reading.line(plain);
    }
    for (String line : COMMON.split("\n", -1)) if (!line.isBlank()) reading.line(line.strip());
    if (reading.id.isEmpty()) throw new IllegalArgumentException("no line 'world …'");
    return new WorldKind(
        reading.id,
        reading.title,
        reading.summary,
        reading.references,
        reading.settings,
        reading.shown,
        reading.taken,
        layout.toString());
  }

  private void line(String line) {
    boolean read =
        take(HEAD, line, this::head)
            || take(SUMMARY, line, m -> summary = m.group(1))
            || take(REFERENCE, line, m -> references.add(reference(m)))
            || take(SETTING, line, m -> settings.add(setting(m)))
            || take(SHOWS, line, m -> shown.add(output(m)))
            || take(TAKES, line, m -> taken.add(input(m)));
    if (!read) throw new IllegalArgumentException("this line of a world does not read: " + line);
  }

  private static boolean take(Pattern pattern, String line, Consumer<Matcher> taker) {
    Matcher m = pattern.matcher(line);
    if (!m.matches()) return false;
    taker.accept(m);
    return true;
  }

  private void head(Matcher m) {
    id = m.group(1);
    title = m.group(2);
  }

  private static Reference reference(Matcher m) {
    return new Reference(m.group(1), m.group(2) == null ? "" : m.group(2));
  }

  private static Shown output(Matcher m) {
    return new Shown(m.group(1), gives(m.group(2), m.group(3)), m.group(4));
  }

  private static Taken input(Matcher m) {
    return new Taken(m.group(1), wants(m.group(2), m.group(3)), m.group(4));
  }

  private static Setting setting(Matcher m) {
    Quantity standard =
        Quantity.parse(m.group(2))
            .orElseThrow(() -> new IllegalArgumentException(Quantity.whyNot(m.group(2))));
    String words = m.group(5);
    Limit limit =
        words.contains("positive")
            ? Limit.POSITIVE
            : words.contains("not negative") ? Limit.NOT_NEGATIVE : Limit.ANY;
    return new Setting(
        new Parameter(
            m.group(1),
            m.group(6),
            standard,
            Double.parseDouble(m.group(3)),
            Double.parseDouble(m.group(4)),
            limit,
            !words.contains("advanced")),
        words.contains("whole"),
        words.contains("fixed"));
  }

  private static Gives gives(String word, String count) {
    return switch (word) {
      case "category" -> new Gives.Category(count(count));
      case "place" -> new Gives.Place(count.equals("2") ? 2 : 1);
      case "amount" -> new Gives.Amount();
      default -> new Gives.Event();
    };
  }

  private static Wants wants(String word, String count) {
    return switch (word) {
      case "options" -> new Wants.Options(count(count));
      case "direction" -> new Wants.Direction();
      default -> new Wants.Amount();
    };
  }

  private static Count count(String word) {
    return Character.isDigit(word.charAt(0))
        ? new Count(Integer.parseInt(word), "")
        : new Count(1, word);
  }
}
