package fellowship.export;

import fellowship.export.form.Form;
import fellowship.export.split.Shares;
import fellowship.export.write.FileKind;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * What to export.
 *
 * @param records a run's {@code full.jsonl}, or a file of full records
 * @param form what rows are made
 * @param kind of the files
 * @param shares of the splits beside train
 * @param seed that splits are drawn from
 * @param shardRows how many rows a file has at most; 0 for one file a split
 * @param folder to write to
 * @param atLeast the score from which an answer is good by itself; where absent, answers have the labels that records give
 */
public record ExportJob(
        Path records,
        Form form,
        FileKind kind,
        Shares shares,
        long seed,
        long shardRows,
        Path folder,
        OptionalDouble atLeast) {}
