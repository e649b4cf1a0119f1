package fellowship.people;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One person's file, open for more. What was said is on the disk when {@link #add} returns, so that a process that is
 * killed loses nothing; what it had half written is cut off when the file is opened again. One process writes a file.
 */
public final class LabelFile implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,63}");

    private final Path path;
    private final FileOutputStream out;
    private final List<PersonLabel> labels;
    private final String name;

    private LabelFile(Path path, FileOutputStream out, String name, List<PersonLabel> labels) {
        this.path = path;
        this.out = out;
        this.name = name;
        this.labels = labels;
    }

    /** Whether somebody can be called that: letters, digits, {@code _}, {@code .} and {@code -}, 64 at most. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Opens the file of a person, or begins it.
     *
     * @param run the run folder
     * @throws IllegalArgumentException when the file holds what is not ours
     * @throws IllegalStateException when somebody judges under that name at this moment
     * @throws IOException when the disk refuses
     */
    public static LabelFile open(Path run, String name) throws IOException {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be a file's name: letters, digits, _ . and - can");
        }
        Path folder = Files.createDirectories(run.resolve(People.FOLDER));
        Path path = folder.resolve(name.toLowerCase(Locale.ROOT) + People.ENDING);
        int number = People.read(run).people().stream()
                        .filter(person -> !person.name().equals(name))
                        .mapToInt(Person::number)
                        .max()
                        .orElse(0)
                + 1;
        FileOutputStream out = new FileOutputStream(path.toFile(), true);
        try {
            lock(out.getChannel(), name);
            LabelLines lines = LabelLines.read(path.toString(), Files.readAllBytes(path));
            out.getChannel().truncate(lines.whole());
            LabelFile file = new LabelFile(path, out, name, lines.labels());
            if (lines.name().isEmpty()) {
                file.write(LabelLines.head(name, number));
                sync(folder);
            } else if (!lines.name().equals(name)) {
                throw new IllegalStateException("the labels of '" + lines.name() + "' stand in " + path
                        + "; take another name, or write it so");
            }
            return file;
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, String name) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IllegalStateException(
                    "somebody judges as '" + name + "' at this moment; several people take several names (--as)");
        }
    }

    /** The file's name must outlive a loss of power too. */
    private static void sync(Path folder) throws IOException {
        fellowship.seam.Disk.LOCAL.syncFolder(folder);
    }

    /** Adds what was said; it takes the place of what was said of this pair before. */
    public void add(PersonLabel label) throws IOException {
        write(LabelLines.line(label));
        forget(label);
        labels.add(label);
    }

    /** Takes back what was said last of a pair of this set; what it was, if there was anything. */
    public Optional<PersonLabel> undo(String set) throws IOException {
        for (int i = labels.size() - 1; i >= 0; i--) {
            if (labels.get(i).set().equals(set)) {
                PersonLabel last = labels.get(i);
                write(LabelLines.undo(last));
                forget(last);
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }

    private void forget(PersonLabel label) {
        labels.removeIf(one -> one.set().equals(label.set()) && one.item().equals(label.item()));
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
    }

    public String name() {
        return name;
    }

    public Path path() {
        return path;
    }

    /** What holds, in the order in which it was said. */
    public List<PersonLabel> labels() {
        return new ArrayList<>(labels);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
