package fellowship.dataset;

import java.util.List;

/** What the whole input holds, known before the first call. */
public record InputFacts(List<InputFile> files) {

    public InputFacts {
        files = List.copyOf(files);
    }

    /** Rows that can be taken. */
    public long samples() {
        return files.stream().mapToLong(InputFile::samples).sum();
    }

    /** Rows that cannot. */
    public long badLines() {
        return files.stream().mapToLong(InputFile::badLines).sum();
    }

    /** All rows. */
    public long lines() {
        return samples() + badLines();
    }
}
