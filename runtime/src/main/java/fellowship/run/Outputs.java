package fellowship.run;

import fellowship.dataset.CardFacts;
import fellowship.dataset.DatasetCard;
import fellowship.dataset.DatasetFolder;
import fellowship.dataset.Entry;
import fellowship.dataset.RejectFile;
import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import fellowship.plan.Plan;
import fellowship.row.Reply;
import fellowship.row.Verdict;
import fellowship.store.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what rows come to, in the order of the input. Nothing is to be seen under its name before {@link #commit}.
 * Rows come one after the other, so that nothing here is shared between threads.
 */
final class Outputs implements AutoCloseable {

    private final Plan plan;
    private final RunOptions options;
    private final Identity identity;
    private final Map<String, DatasetFolder> folders = new LinkedHashMap<>();
    private final RejectFile rejects;
    private final Book book = new Book();
    private final Map<String, Long> verdicts = new TreeMap<>();
    private final List<Path> files = new ArrayList<>();
    private long asks;
    private long inputTokens;
    private long outputTokens;
    private boolean estimated;

    Outputs(Plan plan, RunOptions options, Identity identity) {
        this.plan = plan;
        this.options = options;
        this.identity = identity;
        plan.outputs().forEach(output -> folders.put(output.id(), new DatasetFolder(plan, output, options.folder())));
        this.rejects = new RejectFile(options.folder());
    }

    void take(Run.Done done) {
        if (done instanceof Run.Done.Unread unread) {
            Entry.Bad line = unread.line();
            rejects.add("", line.origin(), "read", line.reason(), line.message(), line.raw(), List.of());
            book.badLine(line.reason());
            return;
        }
        RowResult result = ((Run.Done.Played) done).result();
        int lines = 0;
        List<String> left = new ArrayList<>();
        for (RowResult.Emission emission : result.emissions()) {
            DatasetFolder.Added added = java.util.Objects.requireNonNull(
                            folders.get(emission.output().id()))
                    .add(emission.row());
            lines += added.lines();
            left.addAll(added.left());
        }
        for (Rejection rejection : result.rejections()) {
            rejects.add(
                    result.sample().id(),
                    result.sample().origin(),
                    rejection.step(),
                    rejection.reason(),
                    rejection.message(),
                    rejection.raw(),
                    rejection.calls());
        }
        count(result);
        book.row(result, lines, left);
        options.listener().finished(result);
    }

    /** Each call once, though several lines may come of it; counted in what was used, so that a resumed run says the same. */
    private void count(RowResult result) {
        Set<String> calls = new HashSet<>();
        Set<Verdict> seen = new HashSet<>();
        for (RowResult.Emission emission : result.emissions()) {
            for (Reply reply : emission.row().replies()) {
                if (calls.add(reply.call())) {
                    asks++;
                    inputTokens += reply.completion().usage().inputTokens();
                    outputTokens += reply.completion().usage().outputTokens();
                    estimated |= reply.completion().usage().estimated();
                }
            }
            emission.row().verdict().filter(seen::add).ifPresent(verdict -> {
                verdicts.merge(verdict.outcome().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
                if (verdict.flipped()) {
                    verdicts.merge("flipped", 1L, Long::sum);
                }
            });
        }
    }

    Ledger ledger(long samples) {
        return book.ledger(samples);
    }

    /** Makes all files appear, the card last. */
    void commit(Ledger ledger) {
        for (DatasetFolder folder : folders.values()) {
            folder.commit();
            files.addAll(folder.files());
        }
        rejects.commit();
        files.add(rejects.path());
        CardFacts facts = new CardFacts(
                plan,
                identity.models(),
                identity.fingerprint(),
                ledger.read(),
                ledger.emitted(),
                ledger.filtered(),
                ledger.rejected(),
                ledger.rules(),
                ledger.reasons(),
                verdicts,
                asks,
                inputTokens,
                outputTokens,
                estimated);
        Path card = options.folder().resolve("README.md");
        byte[] text = DatasetCard.of(facts, List.copyOf(folders.values())).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(card, out -> out.write(text));
        files.add(card);
    }

    /** Every file of the result. */
    List<Path> files() {
        return List.copyOf(files);
    }

    List<RunReport.Output> written() {
        return folders.values().stream()
                .map(folder -> new RunReport.Output(
                        folder.output().name(), folder.output().type().word(), folder.file(), folder.rows()))
                .toList();
    }

    @Override
    public void close() {
        folders.values().forEach(DatasetFolder::close);
        rejects.close();
    }
}
