package org.neurarium.circuits.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.file.Json.Member;
import org.neurarium.circuits.file.Json.Spot;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Turns text into a [Json] tree, and keeps what it can of a file that breaks off.
///
/// When the text ends too early or is no JSON from some place on, the tree holds what was whole by then: the root's members, and
/// of a list directly under the root its finished items. Half an element is no element.
///
/// Limits keep hostile files from exhausting the machine: the depth of nesting, the number of values, the length of a text.
/// Nothing here recurses with the file's depth.
final class JsonSource {

  static final int MOST_DEPTH = 64;
  static final int MOST_VALUES = 2_000_000;
  static final int MOST_TEXT = 1_000_000;

  /// Jackson's own limits are set aside; the ones above are checked here, where there are words for them.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10 * MOST_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Where where;
  private final JsonParser parser;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Json root;
  private int values;

  private JsonSource(JsonParser parser, Where where) {
    this.parser = parser;
    this.where = where;
  }

  /// Reads a text; empty when it holds no JSON value at all. Problems go to `where`.
  static Optional<Json> parse(String text, Where where) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (plain.isBlank()) {
      where.error(new Spot(1, 1), "The file is empty", "");
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), plain)) {
      JsonSource source = new JsonSource(parser, where);
      source.readAll();
      return Optional.ofNullable(source.root);
    }
  }

  private void readAll() {
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (root != null) {
          there().error(here(), "Something follows after the closing bracket", "Remove it.");
          return;
        }
        if (!take(token)) break;
      }
    } catch (UnexpectedEndOfInputException e) {
      reportEarlyEnd(spot(e.getLocation()));
    } catch (StreamReadException e) {
      there()
          .error(
              spot(e.getLocation()),
              "The file is not valid JSON from here on",
              "Look for a missing comma, quote or bracket just before this place.");
    }
    closeEarly();
  }

  private void reportEarlyEnd(Spot at) {
    there()
        .error(
            at,
            "The file ends in the middle",
            "It was probably cut off; look for an older copy, or complete it.");
  }

  /// Takes one token; false when a limit says to stop.
  private boolean take(JsonToken token) {
    Spot at = here();
    if (++values > MOST_VALUES)
      return refuse(
          at,
          "The file has more than " + MOST_VALUES + " values",
          "Put long lists into CSV files.");
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        if (open.size() >= MOST_DEPTH)
          return refuse(at, "The brackets are nested more than " + MOST_DEPTH + " deep", "");
        open.push(new Open(token == JsonToken.START_OBJECT, at));
      }
      case END_OBJECT, END_ARRAY -> add(open.pop().close());
      case PROPERTY_NAME -> {
        Open object = open.element();
        object.name = parser.currentName();
        object.nameAt = at;
        if (object.members.containsKey(object.name))
          there()
              .error(
                  at,
                  "The name " + Formats.quoted(object.name) + " stands here for the second time",
                  "Keep one of the two; the first was read.");
      }
      case VALUE_STRING -> {
        String text = parser.getString();
        if (text.length() > MOST_TEXT)
          return refuse(at, "A text here has more than " + MOST_TEXT + " characters", "");
        add(new Json.Text(text, at));
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        String digits = parser.getString();
        if (digits.length() > 400) return refuse(at, "A number here has more than 400 digits", "");
        add(new Json.Num(digits, at));
      }
      case VALUE_TRUE -> add(new Json.Bool(true, at));
      case VALUE_FALSE -> add(new Json.Bool(false, at));
      case VALUE_NULL -> add(new Json.Null(at));
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no JSON text gives the token " + token);
    }
    return true;
  }

  private boolean refuse(Spot at, String sentence, String hint) {
    there().error(at, sentence, hint);
    return false;
  }

  private void add(Json value) {
    if (open.isEmpty()) root = value;
    else open.element().add(value);
  }

  /// Closes what a break left open: the root and a list directly in it are kept, anything deeper is half an element.
  private void closeEarly() {
    while (!open.isEmpty()) {
      Open last = open.pop();
      if (open.isEmpty()) root = last.close();
      else if (open.size() == 1 && !last.isObject) open.element().add(last.close());
    }
  }

  /// The way to the value being read.
  private Where there() {
    Where there = where;
    for (Open container : open.reversed()) {
      if (!container.isObject) there = there.item(container.items.size());
      else if (!container.name.isEmpty()) there = there.field(container.name);
    }
    return there;
  }

  private Spot here() {
    return spot(parser.currentTokenLocation());
  }

  private static Spot spot(@Nullable TokenStreamLocation at) {
    return at == null
        ? Spot.NONE
        : new Spot(Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
  }

  /// An object or list whose end has not come yet.
  private static final class Open {
    final boolean isObject;
    final Spot at;
    final Map<String, Member> members = new LinkedHashMap<>();
    final List<Json> items = new ArrayList<>();
    String name = "";
    Spot nameAt = Spot.NONE;

    Open(boolean isObject, Spot at) {
      this.isObject = isObject;
      this.at = at;
    }

    void add(Json value) {
      if (isObject) members.putIfAbsent(name, new Member(nameAt, value));
      else items.add(value);
    }

    Json close() {
      return isObject ? new Json.Obj(members, at) : new Json.Arr(items, at);
    }
  }
}
