package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.seam.Time;
import fellowship.store.CompletionCache;
import fellowship.store.Journal;
import fellowship.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import reactor.core.scheduler.Schedulers;

/**
 * The models of a run, each at the end of one road that every call takes. This is the one place where the road is put
 * together, from the asker inwards:
 *
 * <ol>
 *   <li><b>journal</b>: what this run has been told already is never asked again, so it is looked at first; and an
 *       answer is on disk before the workflow sees it, so nothing stands outside of it.
 *   <li><b>cache</b>: what an earlier run was told costs nothing: no budget, no limit, no try. Equal calls under way
 *       are made once, with all their tries.
 *   <li><b>retry</b>: outside of the budget and the limits, so that each try has its own: one that waits for its next
 *       try holds neither money nor a place, and one that was cut after it was sent is charged for.
 *   <li><b>budget</b>: outside of the limits, so that a call that cannot be paid for does not use up the account's
 *       rate.
 *   <li><b>limits</b>: a call is in flight until the journal has its answer, so that no more answers than that can be
 *       lost with a process. They stand right before the provider, so that a call that is let through leaves at once, and no waiting is
 *       taken for the provider's slowness, whose deadline is its own.
 *   <li><b>reservation</b>: what the try may cost is in the journal before it leaves, so that it counts after a kill.
 *   <li><b>provider</b>: sends one try.
 * </ol>
 *
 * <p>Scripted and synthetic answers are neither journaled nor cached: they cost nothing, and an edited file must be heard.
 *
 * <p>Limits and further tries are kept for each account (a host and a key), health for each of its models, whichever
 * roles they play.
 */
public final class Models implements AutoCloseable {

    private final Accounts shared;
    private final Map<ModelRef, Account> accounts;
    private final ChatModel road;

    private Models(Accounts shared, Map<ModelRef, Account> accounts, ChatModel road) {
        this.shared = shared;
        this.accounts = accounts;
        this.road = road;
    }

    /**
     * What is going on at one model.
     *
     * @param inFlight calls that are at the provider
     * @param waiting calls that wait for their turn
     * @param requestsPerMinute the limit as far as it is known
     * @param down whether the provider is thought to be down
     */
    public record Load(ModelRef model, int inFlight, int waiting, OptionalLong requestsPerMinute, boolean down) {}

    /**
     * Opens the models of a run; sends nothing yet.
     *
     * @param refs every model that the run may ask
     * @param journal the run's own, if it has one
     * @param cache the one that runs share, if it is used
     * @param base what paths of scripted answers are relative to
     * @param state the user's folder through which processes hear of each other, if they are to
     * @param gate stands right before each provider, for whoever must be able to hold calls back
     * @throws ModelsException with everything that is wrong
     */
    public static Models open(
            Configuration configuration,
            Collection<ModelRef> refs,
            Optional<Journal> journal,
            Optional<CompletionCache> cache,
            Optional<Path> state,
            Budget budget,
            Time time,
            Path base,
            UnaryOperator<ChatModel> gate,
            CallObserver observer) {
        return open(configuration, refs, journal, cache, state, budget, time, base, gate, observer, Providers::open);
    }

    /** The same with providers that are opened in another way. */
    public static Models open(
            Configuration configuration,
            Collection<ModelRef> refs,
            Optional<Journal> journal,
            Optional<CompletionCache> cache,
            Optional<Path> state,
            Budget budget,
            Time time,
            Path base,
            UnaryOperator<ChatModel> gate,
            CallObserver observer,
            Opening opening) {
        Peers peers = state.<Peers>map(folder -> new Leases(folder, time, Schedulers.boundedElastic()))
                .orElse(Peers.NONE);
        Accounts shared = new Accounts(time, peers, System.getenv());
        Map<ModelRef, Account> accounts =
                accounts(configuration, new LinkedHashSet<>(refs), shared, budget, time, base, opening);
        CallObserver watching =
                journal.map(JournaledModel::underWay).orElse(CallObserver.NONE).and(observer);
        Map<ModelRef, ChatModel> roads = new LinkedHashMap<>();
        accounts.forEach((ref, account) -> roads.put(
                ref,
                account.road(keeping(account, journal), budget, time, gate, account.madeHere() ? observer : watching)));
        ChatModel every = request -> known(roads, request.model()).complete(request);
        ChatModel cached = new CachedModel(every, cache, observer);
        ChatModel kept = journal.<ChatModel>map(found -> new JournaledModel(
                        cached,
                        found,
                        (request, completion) -> cost(accounts, request, completion),
                        time.scheduler(),
                        observer))
                .orElse(cached);
        ChatModel once = new CachedModel(every, Optional.empty(), observer);
        return new Models(
                shared, accounts, request -> (known(accounts, request.model()).madeHere() ? once : kept)
                        .complete(request));
    }

    /** The road to a model. */
    public ChatModel forRef(ModelRef ref) {
        known(accounts, ref);
        return road;
    }

    /** Most calls that can be at all providers at once; more rows than that need not be under way. */
    public int mostInFlight() {
        return shared.mostInFlight();
    }

    /** What is going on at each model, for whoever watches a run. */
    public List<Load> loads() {
        return accounts.values().stream().map(Account::load).toList();
    }

    @Override
    public void close() {
        shared.close();
        accounts.values().forEach(account -> account.provider().close());
    }

    private static Map<ModelRef, Account> accounts(
            Configuration configuration,
            Set<ModelRef> refs,
            Accounts shared,
            Budget budget,
            Time time,
            Path base,
            Opening opening) {
        Map<ModelRef, Account> accounts = new LinkedHashMap<>();
        Set<String> problems = new LinkedHashSet<>();
        int keys = 0;
        refs.forEach(ref -> configuration.provider(ref.provider()).ifPresent(settings -> shared.expect(ref, settings)));
        for (ModelRef ref : refs) {
            Optional<ProviderSettings> settings = configuration.provider(ref.provider());
            if (settings.isEmpty()) {
                problems.add("there is no provider '" + ref.provider() + "' (for " + ref + "): "
                        + Nearest.hint(ref.provider(), configuration.providers().keySet()));
                continue;
            }
            boolean paid = settings.get().protocol() != ProviderSettings.Protocol.OFFLINE;
            if (paid && budget.capsMoney() && settings.get().price(ref.model()).isEmpty()) {
                problems.add(noPrice(ref, settings.get()));
            }
            try {
                Account account =
                        new Account(ref, settings.get(), shared.lane(ref, settings.get()), base, time, opening);
                accounts.put(ref, account);
                account.provider().check();
            } catch (ModelException | IllegalArgumentException e) {
                problems.add(ref + ": " + e.getMessage());
                if (e instanceof ModelException fault && fault.reason().equals("no-key")) {
                    keys++;
                }
            }
        }
        if (!problems.isEmpty()) {
            shared.close();
            accounts.values().forEach(account -> account.provider().close());
            throw new ModelsException(new ArrayList<>(problems), keys == problems.size());
        }
        return accounts;
    }

    private static String noPrice(ModelRef ref, ProviderSettings settings) {
        return "the budget is in dollars, but no price is known for " + ref
                + "; add to fellowship.toml under [providers."
                + (ref.isUrl() ? "NAME" : settings.name()) + "]: prices = { \"" + ref.model()
                + "\" = { input = ..., output = ... } }, in dollars for a million tokens, or cap the calls alone";
    }

    private static long cost(Map<ModelRef, Account> accounts, ChatRequest request, Completion completion) {
        Price price = known(accounts, request.model()).price();
        return new Bill(price).of(request, completion);
    }

    /** What is made here costs nothing and is not journaled. */
    private static Optional<Journal> keeping(Account account, Optional<Journal> journal) {
        return account.madeHere() ? Optional.empty() : journal;
    }

    private static <T> T known(Map<ModelRef, T> all, ModelRef ref) {
        T one = all.get(ref);
        if (one == null) {
            throw new IllegalArgumentException(ref + " was not opened for this run; open: " + all.keySet());
        }
        return one;
    }
}
