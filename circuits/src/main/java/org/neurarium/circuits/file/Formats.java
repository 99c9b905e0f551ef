package org.neurarium.circuits.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.file.Json.Arr;
import org.neurarium.circuits.file.Json.Bool;
import org.neurarium.circuits.file.Json.Member;
import org.neurarium.circuits.file.Json.Num;
import org.neurarium.circuits.file.Json.Obj;
import org.neurarium.circuits.file.Json.Spot;
import org.neurarium.circuits.file.Json.Text;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The small formats of which the larger ones are made.
final class Formats {

  /// A name or symbol: one line's worth.
  static final Format<String> NAME = text(200);

  /// Running text.
  static final Format<String> PROSE = text(100_000);

  static final Format<ElementId> ID =
      parsed(
          "an id, such as \"cortex-e\"",
          "An id is a letter, then letters, digits, _ or -, at most 64 in all.",
          text -> ElementId.isValid(text) ? Optional.of(new ElementId(text)) : Optional.empty(),
          ElementId::text);

  static final Format<NeuronSelection> NEURONS =
      parsed(
          "a choice of neurons, such as \"0-9, 15\"",
          "Write \"all\", or numbers and ranges from 0 upwards with commas between them.",
          NeuronSelection::parse,
          NeuronSelection::toString);

  static final Format<Boolean> FLAG =
      new Format<>() {
        @Override
        public Optional<Boolean> read(Json json, Where where) {
          if (json instanceof Bool(boolean value, _)) return Optional.of(value);
          where.expected("true or false", json, "");
          return Optional.empty();
        }

        @Override
        public Json write(Boolean value) {
          return new Bool(value, Spot.NONE);
        }
      };

  static final Format<Long> LONG = whole(Long.MIN_VALUE, Long.MAX_VALUE);

  static final Format<Integer> INTEGER =
      map(whole(Integer.MIN_VALUE, Integer.MAX_VALUE), Long::intValue, Integer::longValue);

  static final Format<Double> DECIMAL =
      new Format<>() {
        @Override
        public Optional<Double> read(Json json, Where where) {
          if (!(json instanceof Num(String digits, _))) {
            where.expected("a number", json, "Numbers stand without quotes.");
            return Optional.empty();
          }
          Optional<Double> number = finite(digits);
          if (number.isEmpty())
            where.error(
                json.at(), quoted(digits) + " is not a number that a computer can hold", "");
          return number;
        }

        @Override
        public Json write(Double value) {
          return number(value);
        }
      };

  static final Format<Quantity> QUANTITY =
      new Format<>() {
        @Override
        public Optional<Quantity> read(Json json, Where where) {
          Optional<Quantity> quantity =
              switch (json) {
                case Text(String text, _) -> Quantity.parse(text);
                case Num(String digits, _) -> finite(digits).map(Quantity::number);
                default -> Optional.empty();
              };
          if (quantity.isEmpty()) {
            if (json instanceof Text(String text, _))
              where.error(json.at(), Quantity.whyNot(text), Quantity.whatInstead(text));
            else where.expected("a number with a unit", json, "For example \"250 pF\".");
          }
          return quantity;
        }

        @Override
        public Json write(Quantity value) {
          return text(value.toString());
        }
      };

  static final Format<Unit> UNIT =
      new Format<>() {
        @Override
        public Optional<Unit> read(Json json, Where where) {
          Optional<Unit> unit =
              json instanceof Text(String text, _) ? Unit.find(text) : Optional.empty();
          if (unit.isEmpty()) {
            if (json instanceof Text(String text, _))
              where.error(json.at(), "There is no unit " + quoted(text), Unit.whichInstead(text));
            else where.expected("a unit", json, "For example \"mV\".");
          }
          return unit;
        }

        @Override
        public Json write(Unit value) {
          return text(value.symbol());
        }
      };

  /// A place on the canvas as `[x, y]`.
  static final Format<Point> POINT =
      new Format<>() {
        @Override
        public Optional<Point> read(Json json, Where where) {
          if (!(json instanceof Arr(List<Json> items, _)) || items.size() != 2) {
            where.error(json.at(), "A position is a list of two numbers", "For example [120, 80].");
            return Optional.empty();
          }
          Optional<Double> x = DECIMAL.read(items.get(0), where.item(0));
          Optional<Double> y = DECIMAL.read(items.get(1), where.item(1));
          return x.isEmpty() || y.isEmpty()
              ? Optional.empty()
              : Optional.of(new Point(x.get(), y.get()));
        }

        @Override
        public Json write(Point value) {
          return new Arr(List.of(number(value.x()), number(value.y())), Spot.NONE);
        }
      };

  private Formats() {}

  /// A text of at most so many characters.
  static Format<String> text(int most) {
    return new Format<>() {
      @Override
      public Optional<String> read(Json json, Where where) {
        if (!(json instanceof Text(String text, _))) {
          where.expected("a text", json, "Texts stand in double quotes.");
          return Optional.empty();
        }
        if (text.length() > most) {
          where.error(
              json.at(),
              "This text has " + text.length() + " characters, and at most " + most + " fit here",
              "Shorten it.");
          return Optional.empty();
        }
        return Optional.of(text);
      }

      @Override
      public Json write(String value) {
        return text(value);
      }
    };
  }

  /// A value written as text in a form of its own.
  ///
  /// @param expected for a sentence
  private static <T> Format<T> parsed(
      String expected,
      String hint,
      Function<String, Optional<T>> parse,
      Function<T, String> print) {
    return new Format<>() {
      @Override
      public Optional<T> read(Json json, Where where) {
        Optional<T> value =
            json instanceof Text(String text, _) ? parse.apply(text) : Optional.empty();
        if (value.isEmpty()) {
          if (json instanceof Text(String text, _))
            where.error(json.at(), quoted(text) + " is not " + expected, hint);
          else where.expected(expected, json, hint);
        }
        return value;
      }

      @Override
      public Json write(T value) {
        return text(print.apply(value));
      }
    };
  }

  /// One of an enum's constants, in lower case.
  static <E extends Enum<E>> Format<E> choice(Class<E> type) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants())
      byName.put(constant.name().toLowerCase(Locale.ROOT), constant);
    return new Format<>() {
      @Override
      public Optional<E> read(Json json, Where where) {
        if (json instanceof Text(String text, _)) {
          E constant = byName.get(text);
          if (constant != null) return Optional.of(constant);
          where.error(
              json.at(),
              quoted(text) + " is not one of the choices here",
              DidYouMean.hint(text, byName.keySet(), "They are"));
        } else where.expected("one of " + String.join(", ", byName.keySet()), json, "");
        return Optional.empty();
      }

      @Override
      public Json write(E value) {
        return text(value.name().toLowerCase(Locale.ROOT));
      }
    };
  }

  /// A list of values. Items that cannot be read are left out, each with its problem.
  static <T> Format<List<T>> list(Format<T> item) {
    return new Format<>() {
      @Override
      public Optional<List<T>> read(Json json, Where where) {
        if (!(json instanceof Arr(List<Json> items, _))) {
          where.expected("a list", json, "Lists stand in square brackets.");
          return Optional.empty();
        }
        List<T> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++)
          item.read(items.get(i), where.item(i)).ifPresent(values::add);
        return Optional.of(values);
      }

      @Override
      public Json write(List<T> values) {
        return new Arr(values.stream().map(item::write).toList(), Spot.NONE);
      }
    };
  }

  /// Values by name, such as parameters, sorted by name.
  static <T> Format<Map<String, T>> byName(Format<T> value) {
    return new Format<>() {
      @Override
      public Optional<Map<String, T>> read(Json json, Where where) {
        if (!(json instanceof Obj(Map<String, Member> members, _))) {
          where.expected("an object", json, "For example {\"tau_m\": \"10 ms\"}.");
          return Optional.empty();
        }
        Map<String, T> values = new TreeMap<>();
        members.forEach((name, member) ->
            value.read(member.value(), where.field(name)).ifPresent(v -> values.put(name, v)));
        return Optional.of(values);
      }

      @Override
      public Json write(Map<String, T> values) {
        Map<String, Member> members = new LinkedHashMap<>();
        values.forEach((name, v) -> members.put(name, new Member(Spot.NONE, value.write(v))));
        return new Obj(members, Spot.NONE);
      }
    };
  }

  /// The same text for another type.
  static <A, B> Format<B> map(Format<A> format, Function<A, B> to, Function<B, A> from) {
    return new Format<>() {
      @Override
      public Optional<B> read(Json json, Where where) {
        return format.read(json, where).map(to);
      }

      @Override
      public Json write(B value) {
        return format.write(from.apply(value));
      }
    };
  }

  private static Format<Long> whole(long least, long most) {
    return new Format<>() {
      @Override
      public Optional<Long> read(Json json, Where where) {
        if (!(json instanceof Num(String digits, _))) {
          where.expected("a whole number", json, "Numbers stand without quotes.");
          return Optional.empty();
        }
        Optional<Long> number = exactLong(digits).filter(n -> n >= least && n <= most);
        if (number.isEmpty())
          where.error(
              json.at(),
              quoted(digits) + " is not a whole number between " + least + " and " + most,
              finite(digits).map(n -> n % 1 != 0).orElse(false) ? "Round it." : "");
        return number;
      }

      @Override
      public Json write(Long value) {
        return new Num(Long.toString(value), Spot.NONE);
      }
    };
  }

  private static Optional<Long> exactLong(String digits) {
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      // 1e3 and 250.0 are whole numbers too, as far as a double is exact.
      return finite(digits)
          .filter(n -> n % 1 == 0 && Math.abs(n) <= 1L << 53)
          .map(Double::longValue);
    }
  }

  private static Optional<Double> finite(String digits) {
    double number = Double.parseDouble(digits.replace("INF", "Infinity"));
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  private static Json text(String text) {
    return new Text(text, Spot.NONE);
  }

  private static Json number(double value) {
    if (!Double.isFinite(value))
      throw new IllegalArgumentException("a file cannot hold the number " + value);
    boolean negativeZero = value == 0 && 1 / value < 0;
    return new Num(negativeZero ? "-0.0" : Quantity.format(value), Spot.NONE);
  }

  /// A text from the file in quotes, cut to what a sentence can carry.
  static String quoted(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
