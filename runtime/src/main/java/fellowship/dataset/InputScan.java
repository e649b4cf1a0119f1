package fellowship.dataset;

import fellowship.plan.RowType;
import fellowship.row.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A first look through the input before anything is paid: that it is there, that no id stands twice, how many rows there
 * are and how long their texts.
 *
 * @param entries lines that are samples or should be
 * @param digests SHA-256 of each file's bytes, by the path as given
 * @param lengths characters of each text column
 */
public record InputScan(long entries, Map<String, String> digests, Map<String, Length> lengths) {

    /**
     * How long the texts of a column are, in characters.
     *
     * @param mean over all samples
     * @param longest of all samples
     */
    public record Length(double mean, double longest) {}

    public InputScan {
        digests = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(digests));
        lengths = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
    }

    /**
     * Looks through the files.
     *
     * @throws InputException when a file is missing, empty or a folder, or when ids stand twice
     */
    public static InputScan of(List<Path> files, RowType type) {
        List<String> problems = new ArrayList<>();
        files.forEach(file -> check(file).forEach(problems::add));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return scan(files, type);
    }

    private static List<String> check(Path file) {
        if (Files.isDirectory(file)) {
            return List.of(file + " is a folder; name a file in it");
        }
        if (!Files.exists(file)) {
            return List.of("there is no file " + file + near(file));
        }
        if (!Files.isReadable(file)) {
            return List.of(file + " may not be read by this user");
        }
        try {
            return Files.size(file) == 0 ? List.of(file + " is empty; it needs at least one row") : List.of();
        } catch (IOException e) {
            return List.of(file + " cannot be read: " + e.getMessage());
        }
    }

    private static String near(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "; its folder is not there either";
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<String> names = found.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(jsonl|ndjson|json|csv)"))
                    .sorted()
                    .limit(8)
                    .toList();
            return names.isEmpty() ? "" : "; beside it there are " + String.join(", ", names);
        } catch (IOException e) {
            return "";
        }
    }

    private static InputScan scan(List<Path> files, RowType type) {
        long entries = 0;
        Map<String, String> origins = new HashMap<>();
        List<String> twice = new ArrayList<>();
        Map<String, double[]> lengths = new LinkedHashMap<>();
        long samples = 0;
        Iterator<Entry> all = new SampleSource(files, type).entries();
        while (all.hasNext()) {
            entries++;
            if (all.next() instanceof Entry.Good good) {
                samples++;
                Sample sample = good.sample();
                String before = origins.putIfAbsent(sample.id(), sample.origin());
                if (before != null && twice.size() < 5) {
                    twice.add("the id '" + sample.id() + "' stands twice: " + before + " and " + sample.origin());
                }
                measure(sample, lengths);
            }
        }
        if (!twice.isEmpty()) {
            twice.add("give each row an id of its own, or leave the column 'id' out to have one made of the content");
            throw new InputException(twice);
        }
        if (entries == 0) {
            throw new InputException(files.get(0) + " holds no rows");
        }
        long count = Math.max(1, samples);
        Map<String, Length> means = new LinkedHashMap<>();
        lengths.forEach((column, sum) -> means.put(column, new Length(sum[0] / count, sum[1])));
        Map<String, String> digests = new LinkedHashMap<>();
        files.forEach(file -> digests.put(file.toString(), digest(file)));
        return new InputScan(entries, digests, means);
    }

    private static void measure(Sample sample, Map<String, double[]> lengths) {
        sample.columns().forEach((name, value) -> {
            if (value instanceof String text) {
                double[] sum = lengths.computeIfAbsent(name, column -> new double[2]);
                sum[0] += text.length();
                sum[1] = Math.max(sum[1], text.length());
            }
        });
    }

    /** SHA-256 of a file's bytes, in hexadecimal. */
    public static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
