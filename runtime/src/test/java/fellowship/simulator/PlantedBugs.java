package fellowship.simulator;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.plan.Budget;
import fellowship.store.DiskException;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * Mistakes that the product could make, each where it would make it: at the journal, at a try, at its limits, at what it
 * writes. They test the simulator: one that is not found means that an invariant is not watched.
 */
final class PlantedBugs {

    private static final Map<String, Supplier<Sabotage>> ALL = new LinkedHashMap<>();

    static {
        journal("an answer is given before it is synced", next -> new PassingJournal(next) {
            @Override
            public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
                next.append(key, completion, costMicros).subscribe(kept -> {}, fault -> {});
                return Mono.just(completion);
            }
        });
        journal("an answer in fifty is not kept", next -> new PassingJournal(next) {
            @Override
            public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
                return oneIn(50, key) ? Mono.just(completion) : super.append(key, completion, costMicros);
            }
        });
        journal("a damaged answer is read as whole", next -> new PassingJournal(next) {
            @Override
            public Optional<Completion> find(RequestKey key) {
                return super.find(key).map(kept -> oneIn(50, key) ? saying(kept, kept.text() + "\u0000") : kept);
            }
        });
        journal("a commit that the disk refused is taken for done", next -> new PassingJournal(next) {
            @Override
            public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
                return super.append(key, completion, costMicros)
                        .onErrorResume(DiskException.class, refused -> Mono.just(completion));
            }
        });
        journal("answers are counted as free", next -> new PassingJournal(next) {
            @Override
            public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
                return super.append(key, completion, 0);
            }
        });
        journal("answers are counted twice", next -> new PassingJournal(next) {
            @Override
            public Mono<Completion> append(RequestKey key, Completion completion, long costMicros) {
                return super.append(key, completion, 2 * costMicros);
            }
        });
        journal("what may have been billed is counted as free", next -> new PassingJournal(next) {
            @Override
            public void charge(RequestKey key, long micros) {
                free(key);
            }
        });
        journal("a call leaves before its reservation is synced", next -> new PassingJournal(next) {
            @Override
            public Mono<Void> reserve(RequestKey key, long micros) {
                super.reserve(key, micros).subscribe(none -> {}, fault -> {});
                return Mono.empty();
            }
        });
        plant("a run that goes on reads no answer of the last process", () -> new Sabotage() {
            @Override
            Journal journal(Journal next, Facts facts, int process) {
                return process == 1
                        ? next
                        : new PassingJournal(next) {
                            @Override
                            public Optional<Completion> find(RequestKey key) {
                                return oneIn(20, key) ? Optional.empty() : super.find(key);
                            }
                        };
            }
        });
        plant("calls under way at a kill are forgotten", () -> new Sabotage() {
            @Override
            Journal journal(Journal next, Facts facts, int process) {
                facts.reserved.clear();
                return next;
            }
        });
        plant("calls under way at a kill are charged twice", () -> new Sabotage() {
            @Override
            Journal journal(Journal next, Facts facts, int process) {
                facts.charge(0, facts.reservedMicros());
                return next;
            }
        });
        tries(
                "a try is made again in silence",
                next -> request -> next.complete(request).retry(5));
        onFault("a call that failed never ends", fault -> fault.reason().equals("gateway") ? null : fault);
        onFault("Retry-After is not read", fault -> changed(fault, fault.reaction(), Optional.empty()));
        onFault(
                "an account without credit is asked again",
                fault -> changed(
                        fault, fault.reaction() == Reaction.RUN ? Reaction.RETRY : fault.reaction(), Optional.empty()));
        onFault(
                "a fault of the provider costs the row",
                fault -> changed(
                        fault,
                        fault.reaction() == Reaction.RETRY ? Reaction.ROW : fault.reaction(),
                        fault.retryAfter()));
        onFault(
                "a key stands in an error message",
                fault -> new ModelException(
                        fault.reason(),
                        fault.reaction(),
                        fault.retryAfter(),
                        fault.getMessage() + Play.CANARY,
                        fault.raw()));
        tries(
                "half an answer is taken for an answer",
                next -> request -> next.complete(request)
                        .onErrorResume(
                                ModelException.class,
                                fault -> fault.raw().endsWith("mess")
                                        ? Mono.just(Completion.of("", Usage.of(1, 1), "simulated"))
                                        : Mono.error(fault)));
        onAnswer(
                "an answer that was cut counts as whole",
                (request, said) -> said.finish() == Finish.LENGTH ? ending(said, Finish.COMPLETE) : said);
        onAnswer(
                "an answer that was withheld counts as whole",
                (request, said) -> said.finish() == Finish.FILTER ? ending(said, Finish.COMPLETE) : said);
        onAnswer(
                "a missing count of tokens is taken for none",
                (request, said) -> said.usage().estimated() ? taking(said, Usage.of(0, 0)) : said);
        onAnswer(
                "an answer's tokens are counted by half",
                (request, said) -> taking(
                        said,
                        Usage.of(said.usage().inputTokens() / 2, said.usage().outputTokens() / 2)));
        plant("the draw number is no part of a call's identity", () -> {
            Map<RequestKey, Completion> first = new HashMap<>();
            return answering((request, said) -> first.computeIfAbsent(
                    RequestKey.of(new ChatRequest(
                            request.model(), request.messages(), request.sampling(), request.schema(), 0)),
                    key -> said));
        });
        plant("an answer goes to the call before it", () -> {
            List<Completion> last = new ArrayList<>();
            return answering((request, said) -> {
                last.add(said);
                return oneIn(50, RequestKey.of(request)) && last.size() > 1 ? last.get(last.size() - 2) : said;
            });
        });
        plant("one call too many is in flight", () -> new Sabotage() {
            @Override
            int inFlight(int configured) {
                return configured + 1;
            }
        });
        plant("a minute has one request too many", () -> new Sabotage() {
            @Override
            OptionalInt perMinute(OptionalInt configured) {
                return configured.isPresent() ? OptionalInt.of(configured.getAsInt() + 1) : configured;
            }
        });
        plant("the cap is passed by a twentieth", () -> new Sabotage() {
            @Override
            Budget budget(Budget wanted) {
                return wanted.usd().isEmpty()
                        ? wanted
                        : new Budget(OptionalDouble.of(wanted.usd().getAsDouble() * 1.05), wanted.calls());
            }
        });
        plant("nothing is late", () -> new Sabotage() {
            @Override
            Duration deadline(Duration configured) {
                return Duration.ofDays(1);
            }
        });
        plant("a run that goes on leaves the last row out", () -> new Sabotage() {
            @Override
            OptionalLong rows(int all, int process) {
                return process == 1 || all == 1 ? OptionalLong.empty() : OptionalLong.of(all - 1);
            }
        });
        plant("rows are written in the order in which they came", () -> new Sabotage() {
            @Override
            void spoil(Path folder) {
                PlantedBugs.spoil(folder.resolve("pairs/train.jsonl"), lines -> {
                    List<String> other = new ArrayList<>(lines);
                    Collections.reverse(other);
                    return other;
                });
            }
        });
    }

    private PlantedBugs() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** A fresh one for each play: some remember. */
    static Sabotage make(String name) {
        return ALL.get(name).get();
    }

    private static void plant(String name, Supplier<Sabotage> bug) {
        ALL.put(name, bug);
    }

    private static void journal(String name, UnaryOperator<Journal> spoiled) {
        plant(name, () -> new Sabotage() {
            @Override
            Journal journal(Journal next, Facts facts, int process) {
                return spoiled.apply(next);
            }
        });
    }

    private static void tries(String name, UnaryOperator<ChatModel> spoiled) {
        plant(name, () -> new Sabotage() {
            @Override
            ChatModel model(ChatModel next) {
                return spoiled.apply(next);
            }
        });
    }

    /** @param spoiled gives another fault, or null for none ever */
    private static void onFault(String name, Function<ModelException, ModelException> spoiled) {
        tries(
                name,
                next -> request -> next.complete(request).onErrorResume(ModelException.class, fault -> {
                    ModelException other = spoiled.apply(fault);
                    return other == null ? Mono.never() : Mono.error(other);
                }));
    }

    private static void onAnswer(String name, BiFunction<ChatRequest, Completion, Completion> spoiled) {
        plant(name, () -> answering(spoiled));
    }

    private static Sabotage answering(BiFunction<ChatRequest, Completion, Completion> spoiled) {
        return new Sabotage() {
            @Override
            ChatModel model(ChatModel next) {
                return request -> next.complete(request).map(said -> spoiled.apply(request, said));
            }
        };
    }

    private static boolean oneIn(int many, RequestKey key) {
        return Math.floorMod(key.hashCode(), many) == 0;
    }

    private static ModelException changed(ModelException fault, Reaction reaction, Optional<Duration> wait) {
        return new ModelException(fault.reason(), reaction, wait, String.valueOf(fault.getMessage()), fault.raw());
    }

    private static Completion saying(Completion said, String text) {
        return new Completion(
                text, said.reasoning(), said.finish(), said.usage(), said.model(), said.requestId(), said.logprobs());
    }

    private static Completion ending(Completion said, Finish finish) {
        return new Completion(
                said.text(), said.reasoning(), finish, said.usage(), said.model(), said.requestId(), said.logprobs());
    }

    private static Completion taking(Completion said, Usage usage) {
        return new Completion(
                said.text(), said.reasoning(), said.finish(), usage, said.model(), said.requestId(), said.logprobs());
    }

    private static void spoil(Path file, UnaryOperator<List<String>> spoiled) {
        try {
            if (Files.exists(file)) {
                Files.write(file, spoiled.apply(Files.readAllLines(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
