package org.neurarium.circuits.media;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Problem;

/// Reads recordings of event cameras: AEDAT 2 (of a DVS128, or of the DAVIS family) and AEDAT 3.1. Version 4 is compressed and not read.
///
/// Addresses of version 2 count from the bottom; here rows count from the top. Special events and frames are passed over.
final class AedatReader {

  private static final int MOST_EVENTS = 50_000_000;
  private static final int POLARITY = 1; // an event type of version 3
  private static final int DVS128 = 128; // columns and rows

  private final InputStream in;
  private final String name;
  private final int width;
  private final int height;
  private final EventTable.Growing events = new EventTable.Growing();

  private AedatReader(InputStream in, String name, int width, int height) {
    this.in = in;
    this.name = name;
    this.width = width;
    this.height = height;
  }

  static Media.Result<EventTable> read(InputStream stream, String name, int width, int height)
      throws IOException {
    return new AedatReader(new BufferedInputStream(stream, 1 << 16), name, width, height).read();
  }

  private Media.Result<EventTable> read() throws IOException {
    String first = line();
    boolean whole;
    if (first.startsWith("#!AER-DAT3")) {
      for (String line = first; !line.startsWith("#!END-HEADER"); line = line())
        if (!line.startsWith("#")) return unknown();
      whole = packets();
    } else if (first.startsWith("#!AER-DAT2")) {
      skipComments();
      whole = addresses();
    } else {
      return unknown();
    }
    if (events.size() == 0)
      return Media.failed(
          name, "The recording '" + name + "' has no events", "Record again, or name another.");
    return new Media.Result<>(
        Optional.of(events.table()),
        whole
            ? List.of()
            : List.of(
                Problem.warning(
                    Media.place(name),
                    "The recording '" + name + "' ends in the middle of an event",
                    "What comes before is played; copy it again for the rest.")));
  }

  private Media.Result<EventTable> unknown() {
    return Media.failed(
        name,
        "The file '" + name + "' is no recording in AEDAT 2 or 3.1",
        "Export it as AEDAT 3.1, or as CSV with the columns t_us, x, y, p.");
  }

  /// A line of the header, without what ends it; at most 1000 characters.
  private String line() throws IOException {
    byte[] bytes = new byte[1000];
    int length = 0;
    for (int c = in.read(); c >= 0 && c != '\n' && length < bytes.length; c = in.read())
      bytes[length++] = (byte) c;
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).strip();
  }

  private void skipComments() throws IOException {
    while (true) {
      in.mark(1);
      int c = in.read();
      if (c == '#') line();
      else {
        in.reset();
        return;
      }
    }
  }

  /// Version 2: address and time (µs) of 32 bits each, the large end first.
  ///
  /// @return whether the last event is whole
  private boolean addresses() throws IOException {
    boolean small = width == DVS128 && height == DVS128;
    long turns = 0;
    long last = 0;
    while (events.size() < MOST_EVENTS) {
      byte[] bytes = in.readNBytes(8);
      if (bytes.length < 8) return bytes.length == 0;
      ByteBuffer event = ByteBuffer.wrap(bytes);
      int address = event.getInt(0);
      long time = event.getInt(4) & 0xFFFFFFFFL;
      if (time < last - (1L << 31)) turns += 1L << 32;
      last = time;
      double ms = (turns + time) / 1000.0;
      if (small) {
        if ((address & 0x8000) == 0)
          event(ms, 127 - (address >> 1 & 0x7f), 127 - (address >> 8 & 0x7f), (address & 1) == 0);
      } else if (address >= 0 && (address & 0x400) == 0) {
        event(
            ms,
            address >> 12 & 0x3ff,
            height - 1 - (address >> 22 & 0x1ff),
            (address & 0x800) != 0);
      }
    }
    return true;
  }

  /// Version 3.1: packets of events of one kind, the small end first.
  ///
  /// @return whether the last packet is whole
  private boolean packets() throws IOException {
    while (events.size() < MOST_EVENTS) {
      byte[] bytes = in.readNBytes(28);
      if (bytes.length < 28) return bytes.length == 0;
      ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int type = head.getShort(0);
      int size = head.getInt(4);
      int timeAt = head.getInt(8);
      long turns = (long) head.getInt(12) << 31;
      int number = head.getInt(20);
      if (size < 1 || number < 0 || timeAt < 0 || timeAt > size - 4) return false;
      if (type != POLARITY || size < 8) {
        try {
          in.skipNBytes((long) size * number);
        } catch (EOFException e) {
          return false;
        }
        continue;
      }
      for (int k = 0; k < number; k++) {
        byte[] one = in.readNBytes(size);
        if (one.length < size) return false;
        ByteBuffer event = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        int data = event.getInt(0);
        if ((data & 1) == 1)
          event(
              (turns + event.getInt(timeAt)) / 1000.0,
              data >>> 17,
              data >>> 2 & 0x7fff,
              (data & 2) != 0);
      }
    }
    return true;
  }

  private void event(double time, int x, int y, boolean on) {
    if (x >= 0 && y >= 0) events.add(time, x, y, on);
  }
}
