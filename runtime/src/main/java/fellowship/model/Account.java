package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ModelRef;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.config.ProviderSettings.Protocol;
import fellowship.seam.Dice;
import fellowship.seam.Time;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One model at one provider, and what is known of what it takes: limits, health, further tries. */
final class Account {

    private final ModelRef ref;
    private final Price price;
    private final Quota quota;
    private final Breaker breaker;
    private final RetryBudget retries;
    private final OpenProvider provider;
    private final boolean madeHere;

    Account(ModelRef ref, ProviderSettings settings, Path base, Time time) {
        this.ref = ref;
        this.madeHere = settings.protocol() == Protocol.SCRIPTED || settings.protocol() == Protocol.SYNTHETIC;
        this.price = settings.price(ref.model()).orElse(Price.FREE);
        boolean elsewhere = settings.protocol() == Protocol.OPENAI || settings.protocol() == Protocol.ANTHROPIC;
        this.quota = new Quota(settings.limits(), elsewhere, time);
        this.retries = new RetryBudget(time);
        this.breaker = new Breaker(ref.toString(), quota, retries, time);
        this.provider = Providers.open(settings, ref, base, time, quota::observe);
    }

    /** The road from a call to its provider; see {@link Models} for the order. */
    ChatModel road(Budget budget, Time time, UnaryOperator<ChatModel> gate, CallObserver observer) {
        ChatModel observed = new ObservedModel(gate.apply(provider.model()), price, time, observer);
        ChatModel limited = new LimitedModel(observed, quota, breaker);
        ChatModel budgeted = new BudgetedModel(limited, budget, price);
        Dice dice = Dice.of(0).split(ref.toString());
        return new RetryingModel(budgeted, RetryPolicy.STANDARD, retries, breaker::down, time, dice, observer);
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

    int mostInFlight() {
        return quota.mostInFlight();
    }

    Models.Load load() {
        OptionalLong perMinute = quota.requestsPerMinute();
        return new Models.Load(ref, quota.inFlight(), quota.waiting(), perMinute, breaker.down());
    }
}
