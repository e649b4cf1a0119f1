package fellowship.dsl;

import java.nio.file.Path;

/** What a script says of a template that it includes. */
public interface IncludeSpec {

    /** Gives the template its rows, in the place of the file that it reads. */
    void input(RowFlow<?> rows);

    /** Gives the rows for one of several files that the template reads, by the name of their record. */
    void input(String record, RowFlow<?> rows);

    /** Reads rows from JSONL or CSV files, as at the top of a script: {@code input read(Question, 'questions.jsonl')}. */
    <T> RowFlow<T> read(Class<T> type, String file, String... more);

    /** Reads rows from JSONL or CSV files. */
    <T> RowFlow<T> read(Class<T> type, Path path, Path... more);

    /** Sets a parameter of the template. */
    void set(String parameter, Object value);

    /** Puts an agent in the place of one of the template's. */
    void replace(String name, Agent<?> agent);

    /** Puts a judge, a jury or a debate in the place of one of the template's. */
    void replace(String name, Annotator annotator);

    /** Writes data sets or agreements of the template as it does itself; without it, none is written. */
    void write(String name, String... more);

    /** Says what the names of the template's steps and agents begin with; without it, the template's name. */
    void named(String name);
}
