package fellowship.store;

import fellowship.chat.Completion;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes answers out of a file into a store that keeps its own where it has another. */
final class AnswerImport {

    private final Function<RequestKey, Optional<Completion>> find;
    private final BiFunction<RequestKey, Completion, Mono<?>> keep;
    private final boolean wholeOnly;
    private long answers;
    private long added;
    private long present;
    private long different;
    private long unfit;

    /**
     * @param keep ends once there is room for more
     * @param wholeOnly whether only {@linkplain CompletionCache#keeps good} answers are taken
     */
    AnswerImport(
            Function<RequestKey, Optional<Completion>> find,
            BiFunction<RequestKey, Completion, Mono<?>> keep,
            boolean wholeOnly) {
        this.find = find;
        this.keep = keep;
        this.wholeOnly = wholeOnly;
    }

    /** Ends when all are handed over, with what came of them. */
    Mono<AnswerFile.Read> from(Path path) {
        return Mono.using(
                () -> AnswerReader.open(path),
                reader -> Flux.<AnswerReader.Answer>generate(
                                sink -> reader.next().ifPresentOrElse(sink::next, sink::complete))
                        .concatMap(this::take, 1)
                        .then(Mono.fromSupplier(() -> new AnswerFile.Read(
                                reader.models(),
                                answers,
                                added,
                                present,
                                different,
                                unfit,
                                reader.damaged(),
                                reader.whole()))),
                AnswerReader::close);
    }

    private Mono<?> take(AnswerReader.Answer answer) {
        answers++;
        Completion completion = answer.record().completion();
        if (wholeOnly && !CompletionCache.keeps(completion)) {
            unfit++;
            return Mono.empty();
        }
        Optional<Completion> here = find.apply(answer.key());
        if (here.isPresent()) {
            if (here.get().equals(completion)) {
                present++;
            } else {
                different++;
            }
            return Mono.empty();
        }
        added++;
        return keep.apply(answer.key(), completion);
    }
}
