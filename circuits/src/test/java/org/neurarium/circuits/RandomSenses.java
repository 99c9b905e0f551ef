package org.neurarium.circuits;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;

/// Senses of every kind. They need not make sense.
final class RandomSenses {

  private final SplittableRandom random;
  private final DoubleSupplier number;
  private final Function<String, Quantity> quantity;

  RandomSenses(
      SplittableRandom random, DoubleSupplier number, Function<String, Quantity> quantity) {
    this.random = random;
    this.number = number;
    this.quantity = quantity;
  }

  Signal.Sense sense() {
    return new Signal.Sense(random.nextInt(-1, 40), random.nextInt(0, 3), scene(), field(), code());
  }

  private Scene scene() {
    return switch (random.nextInt(8)) {
      case 0 -> new Scene.Odours(random.nextInt(9), n(), n(), n(), order(), q("ms"), gap());
      case 1 -> new Scene.EventCamera(picture(), n());
      case 2 -> new Scene.EventFile("a.aedat", random.nextInt(300), 128);
      case 3 ->
          new Scene.Sound(
              random.nextBoolean() ? Optional.empty() : Optional.of("a.wav"),
              q("Hz"),
              q("kHz"),
              random.nextBoolean() ? 60 : n(),
              random.nextBoolean() ? Quantity.of(10, "ms") : q("ms"));
      default -> picture();
    };
  }

  private Scene picture() {
    return switch (random.nextInt(5)) {
      case 0 -> new Scene.Image("../a b.png");
      case 1 -> new Scene.Folder("digits", order(), q("ms"));
      case 2 -> {
        byte[] values = new byte[6];
        random.nextBytes(values);
        yield new Scene.Drawing(new Raster(3, 2, values));
      }
      case 3 -> new Scene.Grating(n(), n(), n(), q("Hz"), n(), q("ms"));
      default ->
          new Scene.Glyphs(
              List.of(GlyphSet.values()).get(random.nextInt(3)),
              n(),
              n(),
              n(),
              n(),
              order(),
              q("ms"),
              gap());
    };
  }

  private ReceptiveField field() {
    return switch (random.nextInt(3)) {
      case 0 -> new ReceptiveField.None();
      case 1 ->
          new ReceptiveField.DifferenceOfGaussians(
              List.of(ReceptiveField.Centre.values()).get(random.nextInt(3)), n(), n());
      default -> new ReceptiveField.Gabor(n(), n(), n(), n(), n(), random.nextInt(5));
    };
  }

  private Code code() {
    return switch (random.nextInt(4)) {
      case 0 -> new Code.Rate(q("Hz"));
      case 1 -> new Code.Latency(q("ms"));
      case 2 -> new Code.Phase(q("s"));
      default -> new Code.Events();
    };
  }

  private Order order() {
    return List.of(Order.values()).get(random.nextInt(3));
  }

  private Quantity gap() {
    return random.nextBoolean() ? Quantity.of(0, "ms") : q("ms");
  }

  private double n() {
    return number.getAsDouble();
  }

  private Quantity q(String unit) {
    return quantity.apply(unit);
  }
}
