package org.neurarium.circuits.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;

/// Writes a file whole or not at all: beside the old one first, on the disk for sure, then in its place. Whatever fails, and whenever
/// the power goes, one of the two versions is there.
public final class SafeFiles {

  private SafeFiles() {}

  /// Replaces a file's text. Blocks.
  ///
  /// @return what went wrong, when nothing was written; empty when all is well
  public static Optional<Problem> write(Path file, String text) {
    @Nullable Path temporary = null;
    try {
      // A link stays a link: its target is replaced.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path folder = target.getParent();
      if (folder == null || target.getFileName() == null || Files.isDirectory(target))
        return Optional.of(
            problem(file, "is not a place for a file", "Choose a name in a folder."));
      temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
      writeThrough(temporary, text);
      copyPermissions(target, temporary);
      replace(temporary, target);
      syncFolder(folder);
      return Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      remove(temporary);
      return Optional.of(explain(file, text, e));
    }
  }

  private static void writeThrough(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    }
  }

  /// A temporary file is for its owner only; the new version is for whoever could read the old one, or any new file.
  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) return;
    try {
      view.setPermissions(
          Files.exists(from)
              ? Files.getPosixFilePermissions(from)
              : PosixFilePermissions.fromString("rw-r--r--"));
    } catch (FileSystemException | UnsupportedOperationException e) {
      // Some mounted disks have the view and refuse to be asked; the text matters more than who
      // else may read it.
    }
  }

  private static void replace(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Makes the new name last, where the system has a way to.
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open folders and needs no sync of them.
    }
  }

  private static void remove(@Nullable Path temporary) {
    if (temporary == null) return;
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // A left-over beside the file does no harm, and the reason for it is being reported already.
    }
  }

  private static Problem explain(Path file, String text, Exception e) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || e instanceof NoSuchFileException || !Files.isDirectory(folder))
      return problem(
          file, "was not saved, since its folder does not exist", "Save it in another folder.");
    try {
      FileStore disk = Files.getFileStore(folder);
      if (disk.isReadOnly() || e instanceof ReadOnlyFileSystemException)
        return problem(
            file, "was not saved, since the disk can only be read", "Save it on another disk.");
      if (disk.getUsableSpace() < 4L * text.length())
        return problem(
            file,
            "was not saved, since the disk is full",
            "Make room, or save it on another disk.");
    } catch (IOException asking) {
      // The disk does not even answer; the general sentence below says what to do.
    }
    if (e instanceof AccessDeniedException)
      return problem(
          file, "was not saved, since you may not write there", "Save it in another folder.");
    return problem(
        file,
        "was not saved, since the disk refused",
        "Save it in another folder or on another disk.");
  }

  private static Problem problem(Path file, String what, String hint) {
    String name = String.valueOf(file.getFileName());
    return Problem.error(Place.at(name, 0, 0, ""), "'" + name + "' " + what, hint);
  }
}
