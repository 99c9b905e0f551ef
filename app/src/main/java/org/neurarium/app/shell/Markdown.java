package org.neurarium.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the part of Markdown that lessons use: headings, paragraphs, lists, quotes, code, tables, rules; strong, emphasis, code and
/// links inside a line. Anything else is plain text.
final class Markdown {

  /// A block of text.
  sealed interface Block {}

  record Heading(int level, List<Span> text) implements Block {}

  record Paragraph(List<Span> text) implements Block {}

  /// One entry of a list.
  ///
  /// @param mark `•`, or the number with a full stop
  record Entry(String mark, int depth, List<Span> text) implements Block {}

  record Quote(List<Span> text) implements Block {}

  record Code(String text) implements Block {}

  record Rule() implements Block {}

  /// Rows of cells, the first one the heads.
  record Table(List<List<List<Span>>> rows) implements Block {}

  /// A stretch of one look.
  ///
  /// @param target of a link, else empty
  record Span(String text, Look look, String target) {}

  enum Look {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE,
    LINK
  }

  private static final Pattern INLINE =
      Pattern.compile(
          "`([^`]+)`|\\*\\*(.+?)\\*\\*|__(.+?)__|\\*([^*\\s][^*]*)\\*|(?<![A-Za-z0-9])_([^_\\s][^_]*)_(?![A-Za-z0-9])|!?\\[([^\\]]*)\\]\\(([^)\\s]*)[^)]*\\)");
  private static final Pattern ENTRY = Pattern.compile("(\\s*)([-*+]|\\d+[.)])\\s+(.*)");
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final Pattern TABLE_RULE = Pattern.compile("\\s*\\|?\\s*:?-{3,}.*");

  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();
  private int at;

  private Markdown(String text) {
    lines = text.lines().toList();
  }

  /// Reads a text.
  static List<Block> read(String text) {
    Markdown reader = new Markdown(text);
    while (reader.at < reader.lines.size()) reader.block();
    return reader.blocks;
  }

  private void block() {
    String line = lines.get(at);
    Matcher heading = HEADING.matcher(line);
    if (line.isBlank()) at++;
    else if (line.startsWith("```")) code();
    else if (heading.matches()) {
      blocks.add(new Heading(heading.group(1).length(), spans(heading.group(2))));
      at++;
    } else if (line.strip().matches("([-*_]\\s*){3,}")) {
      blocks.add(new Rule());
      at++;
    } else if (line.startsWith(">")) blocks.add(new Quote(spans(joined(">\\s?"))));
    else if (ENTRY.matcher(line).matches()) entry();
    else if (line.contains("|")
        && at + 1 < lines.size()
        && TABLE_RULE.matcher(lines.get(at + 1)).matches()) table();
    else blocks.add(new Paragraph(spans(joined(""))));
  }

  private void code() {
    StringBuilder text = new StringBuilder();
    for (at++; at < lines.size() && !lines.get(at).startsWith("```"); at++)
      text.append(lines.get(at)).append('\n');
    at++;
    blocks.add(new Code(text.toString().stripTrailing()));
  }

  private void entry() {
    Matcher m = ENTRY.matcher(lines.get(at));
    if (!m.matches()) throw new IllegalStateException("not an entry: " + lines.get(at));
    at++;
    StringBuilder text = new StringBuilder(m.group(3));
    while (at < lines.size()
        && lines.get(at).startsWith("  ")
        && !ENTRY.matcher(lines.get(at)).matches()
        && !lines.get(at).isBlank()) text.append(' ').append(lines.get(at++).strip());
    String mark = Character.isDigit(m.group(2).charAt(0)) ? m.group(2) : "•";
    blocks.add(new Entry(mark, m.group(1).length() / 2, spans(text.toString())));
  }

  private void table() {
    List<List<List<Span>>> rows = new ArrayList<>();
    rows.add(cells(lines.get(at)));
    for (at += 2; at < lines.size() && lines.get(at).contains("|"); at++)
      rows.add(cells(lines.get(at)));
    blocks.add(new Table(rows));
  }

  private static List<List<Span>> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    List<List<Span>> cells = new ArrayList<>();
    for (String cell : inner.split("\\|", -1)) cells.add(spans(cell.strip()));
    return cells;
  }

  /// Joins the lines of one paragraph, up to the next block.
  private String joined(String prefix) {
    StringBuilder text = new StringBuilder();
    int first = at;
    for (; at < lines.size(); at++) {
      String line = lines.get(at);
      boolean ends =
          line.isBlank()
              || line.startsWith("```")
              || HEADING.matcher(line).matches()
              || (at > first
                  && (ENTRY.matcher(line).matches() || line.startsWith(">") != !prefix.isEmpty()));
      if (ends) break;
      if (!text.isEmpty()) text.append(' ');
      text.append(line.replaceFirst("^" + prefix, "").strip());
    }
    return text.toString();
  }

  /// Parts a line into stretches.
  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher m = INLINE.matcher(text);
    int done = 0;
    while (m.find()) {
      if (m.start() > done) spans.add(new Span(text.substring(done, m.start()), Look.PLAIN, ""));
      spans.add(span(m));
      done = m.end();
    }
    if (done < text.length()) spans.add(new Span(text.substring(done), Look.PLAIN, ""));
    return spans;
  }

  private static Span span(Matcher m) {
    if (m.group(1) != null) return new Span(m.group(1), Look.CODE, "");
    if (m.group(2) != null) return new Span(m.group(2), Look.STRONG, "");
    if (m.group(3) != null) return new Span(m.group(3), Look.STRONG, "");
    if (m.group(4) != null) return new Span(m.group(4), Look.EMPHASIS, "");
    if (m.group(5) != null) return new Span(m.group(5), Look.EMPHASIS, "");
    return new Span(m.group(6), Look.LINK, m.group(7));
  }
}
