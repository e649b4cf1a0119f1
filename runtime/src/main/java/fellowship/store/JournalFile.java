package fellowship.store;

import fellowship.chat.Completion;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The journal in its SQLite file: a change is acknowledged when its commit has been synced. */
final class JournalFile implements Journal {

    private final Path path;
    private final CompletionFile file;
    private final Committer committer;
    private final JournalWriter writer;

    private JournalFile(Path path, CompletionFile file, Committer committer) throws SQLException {
        this.path = path;
        this.file = file;
        this.committer = committer;
        this.writer =
                new JournalWriter(new GroupCommit(path, file, committer.executor()), file.read(JournalTables::totals));
    }

    static JournalFile open(Path folder, Committer committer) {
        LocalDisk.require(folder);
        Path path = folder.resolve(FILE);
        try {
            return new JournalFile(path, Mending.open(path), committer);
        } catch (SQLException | IOException e) {
            committer.close();
            throw DiskException.of("cannot open", path, e);
        }
    }

    @Override
    public AnswerFile.Written exportTo(Path file, Map<String, String> models) {
        String query = "SELECT key, record FROM completions WHERE discarded = 0 ORDER BY key";
        return AnswerWriter.write(file, this.file, query, models);
    }

    @Override
    public Mono<AnswerFile.Read> importFrom(Path file) {
        return Mono.defer(() -> new AnswerImport(this::find, this::adopt, false).from(file));
    }

    @Override
    public Optional<Completion> find(RequestKey key) {
        return file.find(key).map(CompletionRecord::completion);
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
        return writer.append(key, new CompletionRecord(completion, costMicros), 1);
    }

    @Override
    public Mono<Completion> append(RequestKey key, Completion completion) {
        return writer.append(key, new CompletionRecord(completion, 0), 0);
    }

    @Override
    public Mono<Completion> adopt(RequestKey key, Completion completion) {
        return Mono.defer(() -> writer.adopt(key, completion));
    }

    @Override
    public void sent(RequestKey key) {
        writer.sent(key);
    }

    @Override
    public void failed(RequestKey key) {
        writer.failed(key);
    }

    @Override
    public Mono<Void> reserve(RequestKey key, long micros) {
        return writer.reserve(key, micros);
    }

    @Override
    public void free(RequestKey key) {
        writer.free(key);
    }

    @Override
    public void charge(RequestKey key, long micros) {
        writer.charge(key, micros);
    }

    @Override
    public Mono<Long> chargeUnanswered() {
        return writer.chargeReserved().map(JournalTables.Totals::micros);
    }

    @Override
    public Mono<Void> discard(Collection<RequestKey> keys) {
        return writer.discard(List.copyOf(keys));
    }

    @Override
    public long unanswered() {
        return count("SELECT count(*) FROM sent");
    }

    @Override
    public long spentMicros() {
        return writer.totals().micros();
    }

    @Override
    public long calls() {
        return writer.totals().calls();
    }

    @Override
    public long size() {
        return count("SELECT count(*) FROM completions WHERE discarded = 0");
    }

    @Override
    public long damaged() {
        return file.damaged();
    }

    @Override
    public Optional<String> note(String name) {
        return read(connection -> JournalTables.note(connection, name));
    }

    @Override
    public Mono<Void> note(String name, String value) {
        return writer.note(name, value);
    }

    @Override
    public void close() {
        committer.close();
        try {
            file.close();
        } catch (SQLException e) {
            throw DiskException.of("cannot close", path, e);
        }
    }

    /** Transactions since opening, to see how well they group. */
    int groups() {
        return writer.groups();
    }

    private long count(String query) {
        return read(connection -> CompletionFile.number(connection, query));
    }

    private <T> T read(CompletionFile.Task<T> task) {
        try {
            return file.read(task);
        } catch (SQLException e) {
            throw DiskException.of("cannot read", path, e);
        }
    }
}
