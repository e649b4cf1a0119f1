package fellowship.export;

import fellowship.export.form.Emitted;
import fellowship.export.form.Field;
import fellowship.export.form.Form;
import fellowship.export.form.Reasons;
import fellowship.export.form.Survey;
import fellowship.export.record.FullRecord;
import fellowship.export.record.RecordException;
import fellowship.export.record.RecordFile;
import fellowship.export.record.RecordJson;
import fellowship.export.record.Said;
import fellowship.export.split.NearPrompts;
import fellowship.export.split.Splits;
import fellowship.export.write.FileKind;
import fellowship.export.write.Pictures;
import fellowship.export.write.ShardedRows;
import fellowship.store.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a consumer's files of full records, in two walks: the first sees which columns there are and which prompts belong
 * together, the second writes. Memory does not grow with the records, but for twenty bytes or so each where there are splits.
 */
public final class Export {

    /** Line for line the full records of a split's rows, in their own folder, so that no loader takes them for rows. */
    private static final String FULL = "full/";

    private final ExportJob job;
    private final Map<String, Long> left = new TreeMap<>();
    private long rows;

    private Export(ExportJob job) {
        this.job = job;
    }

    /**
     * @throws RecordException with file and line, when a line is no record
     * @throws fellowship.store.DiskException when the disk refuses
     */
    public static Exported run(ExportJob job) throws IOException {
        return new Export(job).run();
    }

    private Exported run() throws IOException {
        java.nio.file.Files.createDirectories(job.folder());
        Survey survey = Survey.none();
        Splits splits = Splits.none();
        try (RecordFile records = RecordFile.open(job.records());
                NearPrompts prompts = new NearPrompts(job.folder())) {
            for (Optional<FullRecord> record = records.next(); record.isPresent(); record = records.next()) {
                survey = survey.with(record.get());
                if (!job.shares().isEmpty()) {
                    prompts.add(prompt(record.get()));
                }
            }
            if (!job.shares().isEmpty()) {
                splits = Splits.of(job.shares(), prompts.firsts(), job.seed());
            }
        }
        List<ShardedRows.Written> files = write(survey, splits);
        List<Form.DataFile> data = files.stream()
                .map(file -> new Form.DataFile(file.split(), file.path()))
                .toList();
        Map<String, String> companions = job.form().companions().apply(new Form.Layout(data, survey));
        companions.forEach((name, text) ->
                WholeFile.write(job.folder().resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
        return new Exported(survey.records(), rows, left, files, List.copyOf(companions.keySet()));
    }

    /** All that was said before the answer: the same question in another conversation is another prompt. */
    private static String prompt(FullRecord record) {
        StringBuilder text = new StringBuilder();
        for (Said said : record.turns().isEmpty() ? judged(record) : record.turns()) {
            text.append(said.content()).append('\n');
        }
        return text.toString();
    }

    private static List<Said> judged(FullRecord record) {
        return record.judgments().isEmpty()
                ? List.of()
                : record.judgments().get(0).asked();
    }

    private List<ShardedRows.Written> write(Survey survey, Splits splits) throws IOException {
        List<Field> fields = job.form().fields().apply(survey);
        if (job.kind() == FileKind.JSONL && fields.stream().anyMatch(Field::shows)) {
            throw new RecordException(
                    job.form().consumer()
                            + " takes pictures that stand inside the file, as JSON lines cannot hold them; add --format parquet");
        }
        Path folder =
                Optional.ofNullable(job.records().toAbsolutePath().getParent()).orElseThrow();
        Map<String, ShardedRows> sinks = new LinkedHashMap<>();
        Map<String, WholeFile> full = new LinkedHashMap<>();
        try (RecordFile records = RecordFile.open(job.records())) {
            for (String split : splits.names()) {
                sinks.put(
                        split,
                        new ShardedRows(
                                job.folder(), split, job.kind(), fields, job.shardRows(), new Pictures(folder)));
            }
            Repeats repeats = new Repeats();
            int number = 0;
            for (Optional<FullRecord> record = records.next(); record.isPresent(); record = records.next()) {
                String split = splits.of(number++);
                List<Map<String, Object>> made = repeats.fresh(record.get(), emitted(record.get(), survey));
                ShardedRows sink = Optional.ofNullable(sinks.get(split)).orElseThrow();
                for (Map<String, Object> row : made) {
                    put(sink, row, records);
                    full.computeIfAbsent(
                                    split, name -> WholeFile.create(job.folder().resolve(FULL + name + ".jsonl")))
                            .out()
                            .write((RecordJson.write(record.get()) + "\n").getBytes(StandardCharsets.UTF_8));
                    rows++;
                }
            }
            List<ShardedRows.Written> files = new ArrayList<>();
            full.values().forEach(WholeFile::commit);
            for (ShardedRows sink : sinks.values()) {
                files.addAll(sink.end());
            }
            return files;
        } finally {
            sinks.values().forEach(ShardedRows::close);
            full.values().forEach(WholeFile::close);
        }
    }

    private void put(ShardedRows sink, Map<String, Object> row, RecordFile records) throws IOException {
        try {
            sink.write(row);
        } catch (RecordException e) {
            throw new RecordException(job.records() + ":" + records.line() + ": " + e.getMessage());
        }
    }

    private List<Map<String, Object>> emitted(FullRecord record, Survey survey) {
        FullRecord labelled =
                job.atLeast().isPresent() ? record.labelled(job.atLeast().getAsDouble()) : record;
        Emitted emitted = job.form().emit().apply(labelled, survey);
        if (emitted instanceof Emitted.Left reason) {
            left.merge(reason.reason(), 1L, Long::sum);
            return List.of();
        }
        return ((Emitted.Rows) emitted).rows();
    }

    /** A sample may have several records that give the same row: its critiques stand in each of its pairs. */
    private final class Repeats {

        private final Set<Map<String, Object>> seen = new HashSet<>();
        private String row = "";

        private List<Map<String, Object>> fresh(FullRecord record, List<Map<String, Object>> made) {
            if (!record.rowId().equals(row) || record.rowId().isEmpty()) {
                seen.clear();
                row = record.rowId();
            }
            List<Map<String, Object>> fresh = made.stream().filter(seen::add).toList();
            if (fresh.size() < made.size()) {
                left.merge(Reasons.repeated(), (long) (made.size() - fresh.size()), Long::sum);
            }
            return fresh;
        }
    }
}
