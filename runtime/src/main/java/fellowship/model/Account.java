package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ModelRef;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.config.ProviderSettings.Protocol;
import fellowship.model.Accounts.Lane;
import fellowship.seam.Dice;
import fellowship.seam.Time;
import fellowship.store.Journal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One model at one provider, and the lane of its account that its calls take. */
final class Account {

    private final ModelRef ref;
    private final Price price;
    private final Lane lane;
    private final OpenProvider provider;
    private final boolean madeHere;

    Account(ModelRef ref, ProviderSettings settings, Lane lane, Path base, Time time, Opening opening) {
        this.lane = lane;
        this.ref = ref;
        this.madeHere = settings.protocol() == Protocol.SCRIPTED || settings.protocol() == Protocol.SYNTHETIC;
        this.price = settings.price(ref.model()).orElse(Price.FREE);
        this.provider = opening.open(settings, ref, base, time, lane.quota()::observe);
    }

    /** The road from a call to its provider; see {@link Models} for the order. */
    ChatModel road(
            Optional<Journal> journal, Budget budget, Time time, UnaryOperator<ChatModel> gate, CallObserver observer) {
        ChatModel observed = new ObservedModel(provider.model(), price, time, observer);
        ChatModel reserved = journal.<ChatModel>map(
                        kept -> new ReservedModel(observed, kept, price, budget.capsMoney(), time.scheduler()))
                .orElse(observed);
        ChatModel gated = gate.apply(reserved);
        ChatModel limited = new LimitedModel(gated, lane.quota(), lane.breaker());
        ChatModel budgeted = new BudgetedModel(limited, budget, price);
        Dice dice = Dice.of(0).split(ref.toString());
        return new RetryingModel(budgeted, RetryPolicy.STANDARD, lane.retries(), lane.breaker(), time, dice, observer);
    }

    /** Whether its answers are made here for nothing, so that they need not be kept. */
    boolean madeHere() {
        return madeHere;
    }

    Price price() {
        return price;
    }

    OpenProvider provider() {
        return provider;
    }

    Models.Load load() {
        Quota quota = lane.quota();
        return new Models.Load(
                ref,
                quota.inFlight(),
                quota.waiting(),
                quota.requestsPerMinute(),
                lane.breaker().down());
    }
}
