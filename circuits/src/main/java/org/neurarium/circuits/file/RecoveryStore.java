package org.neurarium.circuits.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Problem;

/// Keeps what has not been saved yet where the next start finds it.
///
/// ```
/// directory/
///    3f2a…/            one folder for each open document
///       lock           locked while its program lives; the system unlocks it when the program ends, however it ends
///       origin         the file that the document was opened from or saved to; empty for a new one
///       circuit.json   the newest version
///       models/        the circuit's own models in that version
/// ```
public final class RecoveryStore {

  static final String LOCK = "lock";
  static final String ORIGIN = "origin";

  private final Path directory;
  private final Duration interval;
  private final ScheduledExecutorService background;
  private final Consumer<Problem> report;

  /// Folders of this program's documents. They are not even looked at: on POSIX systems, closing a second channel on a lock's
  /// file would release the lock.
  private final Set<Path> own = ConcurrentHashMap.newKeySet();

  /// A store in a directory of the user's, made when first needed.
  ///
  /// @param directory for recoveries and nothing else
  /// @param interval how long a change may wait before it is written
  /// @param background writes; owned by the caller, who shuts it down after closing the documents
  /// @param report told, on a background thread, when recoveries cannot be written
  public RecoveryStore(
      Path directory,
      Duration interval,
      ScheduledExecutorService background,
      Consumer<Problem> report) {
    this.directory = directory;
    this.interval = interval;
    this.background = background;
    this.report = report;
  }

  /// What a program that ended without closing its document left behind.
  ///
  /// @param folder that holds it
  /// @param original the file it was opened from or saved to; empty for a document never saved
  /// @param time of the last change
  public record Recovery(Path folder, Optional<Path> original, Instant time) {

    /// Reads the circuit. Blocks.
    public CircuitReader.Result read() {
      return ProjectFolder.of(folder).read();
    }

    /// Removes it for good. Blocks.
    public void discard() {
      delete(folder);
    }
  }

  /// Begins to keep a document. Blocks shortly.
  ///
  /// @param original the file it may be saved to again; empty for a new document, and for one that was read with gaps
  public Autosave keep(Optional<Path> original) {
    Path folder = directory.resolve(UUID.randomUUID().toString());
    own.add(folder);
    return new Autosave(folder, original, interval, background, report);
  }

  /// Goes on keeping a document that was left behind, in the same folder, so that there is no moment without a recovery. Blocks
  /// shortly. The recovery must not be discarded after that; the new keeper does it when the document is saved or closed.
  public Autosave resume(Recovery recovery) {
    own.add(recovery.folder());
    Autosave autosave =
        new Autosave(recovery.folder(), recovery.original(), interval, background, report);
    autosave.claim();
    return autosave;
  }

  /// What was left behind, newest first. Blocks.
  public List<Recovery> leftBehind() {
    List<Recovery> found = new ArrayList<>();
    if (!Files.isDirectory(directory)) return found;
    try (Stream<Path> folders = Files.list(directory)) {
      for (Path folder : folders.toList())
        if (!own.contains(folder) && !isInUse(folder)) find(folder).ifPresent(found::add);
    } catch (IOException e) {
      // What cannot be listed cannot be offered.
    }
    found.sort(Comparator.comparing(Recovery::time).reversed());
    return found;
  }

  private static Optional<Recovery> find(Path folder) throws IOException {
    Path circuit = folder.resolve(ProjectFolder.CIRCUIT);
    if (!Files.isRegularFile(circuit)) {
      delete(folder); // nothing had changed yet
      return Optional.empty();
    }
    return Optional.of(
        new Recovery(folder, original(folder), Files.getLastModifiedTime(circuit).toInstant()));
  }

  private static Optional<Path> original(Path folder) {
    try {
      String text = Files.readString(folder.resolve(ORIGIN)).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// Whether another program that is still alive keeps this document.
  private static boolean isInUse(Path folder) {
    Path lock = folder.resolve(LOCK);
    if (!Files.exists(lock)) return false;
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock()) {
      return taken == null;
    } catch (OverlappingFileLockException e) {
      return true; // a document of this program
    } catch (IOException e) {
      return false; // a disk without locks: better to offer too much
    }
  }

  /// Removes a recovery's folder with its files.
  static void delete(@Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) return;
    try {
      // The circuit goes first: without it there is nothing to offer, should the rest stay.
      Files.deleteIfExists(folder.resolve(ProjectFolder.CIRCUIT));
      deleteFiles(folder.resolve(ModelFolder.NAME));
      deleteFiles(folder);
    } catch (IOException e) {
      // It will be offered at the next start, which is a nuisance and no loss.
    }
  }

  private static void deleteFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
