package fellowship.model;

import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a run may spend. The worst that a call can cost is reserved before it is sent and settled by its bill, so what
 * is spent and reserved together never passes the cap. A call that does not fit only because others are reserved waits
 * its turn until they are settled; one that cannot fit any more fails.
 *
 * <p>Money is in millionths of a US dollar, as whole numbers, so that sums are exact. A provider that bills more than
 * the bound it was given can pass the cap, by that much and no more; {@link #excessMicros} tells.
 */
public final class Budget {

    private final OptionalLong capMicros;
    private final OptionalLong capCalls;
    private final Map<Turn<Reservation>, Waiter> waiting = new LinkedHashMap<>();
    private final Turn.Counter counter = new Turn.Counter();
    private long spentMicros;
    private long calls;
    private long reservedMicros;
    private long reservedCalls;
    private long excessMicros;

    /**
     * @param capMicros most millionths of a dollar, if there is a cap
     * @param capCalls most calls that are paid for, if there is a cap
     * @param spentMicros what the journal says was spent already
     * @param calls the calls that were paid for already
     */
    public Budget(OptionalLong capMicros, OptionalLong capCalls, long spentMicros, long calls) {
        this.capMicros = capMicros;
        this.capCalls = capCalls;
        this.spentMicros = spentMicros;
        this.calls = calls;
    }

    /** No cap; it still counts. */
    public static Budget unlimited() {
        return new Budget(OptionalLong.empty(), OptionalLong.empty(), 0, 0);
    }

    public boolean capsMoney() {
        return capMicros.isPresent();
    }

    public synchronized long spentMicros() {
        return spentMicros;
    }

    /** Calls that were paid for. */
    public synchronized long calls() {
        return calls;
    }

    public synchronized long reservedMicros() {
        return reservedMicros;
    }

    /** What providers billed above the bounds they were given. */
    public synchronized long excessMicros() {
        return excessMicros;
    }

    /** Room for one call that costs at most so much; waits while only other reservations are in the way. */
    Mono<Reservation> reserve(long micros) {
        return Turn.<Reservation>queued(turn -> join(new Waiter(micros, turn)), this::leave);
    }

    private void join(Waiter waiter) {
        synchronized (this) {
            waiting.put(waiter.turn, waiter);
        }
        counter.serve(this::next);
    }

    private void leave(Turn<Reservation> turn) {
        synchronized (this) {
            waiting.remove(turn);
        }
        counter.serve(this::next);
    }

    private synchronized @Nullable Runnable next() {
        Iterator<Waiter> line = waiting.values().iterator();
        while (line.hasNext()) {
            Waiter head = line.next();
            boolean never = !fits(head.micros, 0, 0);
            if (!never && !fits(head.micros, reservedMicros, reservedCalls)) {
                return null;
            }
            line.remove();
            if (!head.turn.take()) {
                continue;
            }
            if (never) {
                ModelException refusal = refusal(head.micros);
                return () -> head.turn.refuse(refusal);
            }
            reservedMicros += head.micros;
            reservedCalls++;
            return () -> head.turn.serve(new Reservation(head.micros));
        }
        return null;
    }

    private void end(Reservation reservation, long billed, int paidCalls) {
        synchronized (this) {
            if (reservation.ended) {
                return;
            }
            reservation.ended = true;
            reservedMicros -= reservation.micros;
            reservedCalls--;
            spentMicros += billed;
            calls += paidCalls;
            excessMicros += Math.max(0, billed - reservation.micros);
        }
        counter.serve(this::next);
    }

    private boolean fits(long micros, long otherMicros, long otherCalls) {
        return (capMicros.isEmpty() || spentMicros + otherMicros + micros <= capMicros.getAsLong())
                && (capCalls.isEmpty() || calls + otherCalls + 1 <= capCalls.getAsLong());
    }

    private ModelException refusal(long micros) {
        String message = capCalls.isPresent() && calls + 1 > capCalls.getAsLong()
                ? "the budget of " + capCalls.getAsLong() + " calls is used up; raise it (budget calls: "
                        + Math.max(1, 2 * capCalls.getAsLong()) + ") and run again to go on from here"
                : "the budget of " + dollars(capMicros.orElse(0)) + " is too small for the next call: "
                        + dollars(spentMicros) + " is spent and the call may cost up to " + dollars(micros)
                        + "; raise it (budget usd: " + plain(2 * capMicros.orElse(0))
                        + ") and run again to go on from here";
        return new ModelException("budget", Reaction.RUN, message);
    }

    private static String dollars(long micros) {
        return "$" + plain(micros);
    }

    private static String plain(long micros) {
        BigDecimal amount = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return amount.setScale(Math.max(0, amount.scale())).toPlainString();
    }

    private record Waiter(long micros, Turn<Reservation> turn) {}

    /** Room held for one call. Ends once: by its bill, or by nothing when nothing was billed. */
    final class Reservation {

        private final long micros;
        private boolean ended;

        private Reservation(long micros) {
            this.micros = micros;
        }

        /** The call was billed so much. */
        void settle(long billedMicros) {
            end(this, billedMicros, 1);
        }

        /** The call was billed, nobody knows how much: it is charged as reserved. */
        void settleInFull() {
            end(this, micros, 1);
        }

        /** The call was not billed. */
        void release() {
            end(this, 0, 0);
        }
    }
}
