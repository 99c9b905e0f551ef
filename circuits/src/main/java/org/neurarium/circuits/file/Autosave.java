package org.neurarium.circuits.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;

/// Keeps the newest unsaved version of one document in a [RecoveryStore].
///
/// The methods may be called from any thread. A change waits for the interval to be over, so that a drag of a slider is written once, and
/// nothing is written while nothing changes.
public final class Autosave implements AutoCloseable {

  private final Path folder;
  private final Duration interval;
  private final ScheduledExecutorService background;
  private final Consumer<Problem> report;

  private final AtomicReference<@Nullable Circuit> newest = new AtomicReference<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /// Held while the disk is used, and never by [#changed], which must not wait for a disk.
  private final Object disk = new Object();

  // Guarded by disk.
  private Optional<Path> original;
  private @Nullable Circuit written;
  private @Nullable FileChannel lock;
  private boolean closed;
  private boolean failed;

  Autosave(
      Path folder,
      Optional<Path> original,
      Duration interval,
      ScheduledExecutorService background,
      Consumer<Problem> report) {
    this.folder = folder;
    this.original = original;
    this.interval = interval;
    this.background = background;
    this.report = report;
  }

  /// Says that the document is now this, and unsaved. Returns at once.
  public void changed(Circuit circuit) {
    newest.set(circuit);
    if (!scheduled.compareAndSet(false, true)) return;
    try {
      var _ = background.schedule(this::write, interval.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      scheduled.set(false); // the program is ending, and the document with it
    }
  }

  /// Says that a version of the document is saved in this file. If it is the newest, there is nothing to recover until it
  /// changes again. Blocks shortly.
  public void saved(Path file, Circuit version) {
    synchronized (disk) {
      original = Optional.of(file);
      Circuit now = newest.get();
      if (now == null || (now.equals(version) && newest.compareAndSet(now, null))) release();
      else if (lock != null) noteOrigin().ifPresent(report);
    }
  }

  /// Says that the document is closed with its person's consent: nothing is left to recover. Blocks shortly.
  @Override
  public void close() {
    synchronized (disk) {
      closed = true;
      release();
    }
  }

  private void write() {
    scheduled.set(false);
    synchronized (disk) {
      Circuit circuit = newest.get();
      if (closed || circuit == null || circuit == written) return;
      Optional<Problem> problem = lock == null ? prepare() : Optional.empty();
      if (problem.isEmpty())
        problem =
            ProjectFolder.of(folder)
                .save(
                    circuit, ModelFolder.ids(folder.resolve(ModelFolder.NAME))); // all of them ours
      if (problem.isEmpty()) written = circuit;
      else if (!failed) report.accept(problem.get());
      failed = problem.isPresent(); // said once, not every few seconds
    }
  }

  /// Makes the folder with its lock and origin.
  private Optional<Problem> prepare() {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(RecoveryStore.LOCK);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel;
      takeLock(channel);
    } catch (IOException e) {
      return Optional.of(
          Problem.warning(
              Place.NOWHERE,
              "Unsaved work cannot be kept for a recovery, since "
                  + folder.getParent()
                  + " cannot be written",
              "Save often, or make room there."));
    }
    return noteOrigin();
  }

  /// Takes the lock, which lasts until the channel is closed or the program ends.
  private static void takeLock(FileChannel channel) {
    try {
      var _ = channel.tryLock();
    } catch (IOException e) {
      // A disk without locks: another program started now would offer this document too, which does
      // no harm.
    }
  }

  private Optional<Problem> noteOrigin() {
    String path = original.map(p -> p.toAbsolutePath().toString()).orElse("");
    return SafeFiles.write(folder.resolve(RecoveryStore.ORIGIN), path);
  }

  /// Takes the folder before the first change, where it has a recovery in it already.
  void claim() {
    synchronized (disk) {
      prepare().ifPresent(report);
    }
  }

  private void release() {
    FileChannel held = lock;
    lock = null;
    written = null;
    try {
      if (held != null) held.close();
    } catch (IOException e) {
      // The lock ends with the program at the latest.
    }
    RecoveryStore.delete(folder);
  }
}
