package org.neurarium.circuits.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The kinds of world that there are. Immutable.
public final class WorldKinds {

  /// Nothing.
  public static final WorldKinds NONE = new WorldKinds(Stream.empty());

  private final Map<String, WorldDescriptor> byId = new LinkedHashMap<>();

  private WorldKinds(Stream<WorldDescriptor> found) {
    found
        .sorted(Comparator.comparing((WorldDescriptor d) -> d.kind().title()))
        .forEach(d -> byId.putIfAbsent(d.kind().id(), d));
  }

  /// All that are found as services of type [WorldDescriptor], by title.
  public static WorldKinds installed() {
    return new WorldKinds(
        ServiceLoader.load(WorldDescriptor.class).stream().map(ServiceLoader.Provider::get));
  }

  /// A kind whose descriptor comes with Neurarium.
  ///
  /// @throws IllegalStateException if its text does not read, which the tests rule out
  public static WorldKind builtIn(String id) {
    try (InputStream in = WorldKinds.class.getResourceAsStream(id + ".world")) {
      if (in == null) throw new IllegalStateException("there is no descriptor of " + id);
      return WorldText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// All of them.
  public List<WorldKind> all() {
    return byId.values().stream().map(WorldDescriptor::kind).toList();
  }

  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  public Optional<WorldKind> find(String id) {
    return descriptor(id).map(WorldDescriptor::kind);
  }

  /// Who brought a kind.
  public Optional<WorldDescriptor> descriptor(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
