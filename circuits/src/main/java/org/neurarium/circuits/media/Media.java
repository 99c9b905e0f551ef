package org.neurarium.circuits.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.sense.Raster;

/// Reads the files that a circuit names. Blocks; never throws for what is, or is not, in a file.
public final class Media {

  private Media() {}

  /// What came of reading a file.
  ///
  /// @param value what it holds; missing where nothing could be made of it
  /// @param problems what is wrong with it
  public record Result<T>(Optional<T> value, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// A format's reader.
  private interface Reading<T> {
    Result<T> from(InputStream in, String name) throws IOException;
  }

  /// A PNG picture, in grey.
  public static Result<Raster> picture(String name, DataFiles files) {
    return read(name, files, PngReader::read, "picture");
  }

  /// A WAV sound.
  public static Result<Waveform> sound(String name, DataFiles files) {
    return read(name, files, WavReader::read, "sound");
  }

  /// An AEDAT recording.
  ///
  /// @param width of the sensor, which says how version 2 writes addresses
  /// @param height of the sensor
  public static Result<EventTable> events(String name, DataFiles files, int width, int height) {
    return read(name, files, (in, file) -> AedatReader.read(in, file, width, height), "recording");
  }

  private static <T> Result<T> read(String name, DataFiles files, Reading<T> reading, String what) {
    try (InputStream in = files.bytes(name)) {
      return reading.from(in, name);
    } catch (NoSuchFileException e) {
      return failed(
          name,
          "There is no file '" + name + "' in the project's folder",
          "Copy it there, or name another.");
    } catch (EOFException e) {
      return failed(
          name,
          "The " + what + " '" + name + "' ends in the middle",
          "It may have been copied while it was written: copy it again.");
    } catch (IOException e) {
      return failed(name, "The file '" + name + "' cannot be read", "See whether you may read it.");
    }
  }

  static <T> Result<T> failed(String name, String sentence, String hint) {
    return new Result<>(Optional.empty(), List.of(Problem.error(place(name), sentence, hint)));
  }

  static Place place(String name) {
    return Place.at(name, 0, 0, "");
  }
}
