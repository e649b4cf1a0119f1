package fellowship.row;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One answer preferred to another.
 *
 * @param chosen the better one
 * @param rejected the other one
 * @param margin the difference of their scores on the scale they were scored on; 0 for a tie, below 0 only where the label
 *     was known before and the scores speak against it
 * @param policy how the two were picked, for example {@code best-worst}
 * @param strength how sure that is, where somebody judged both
 * @param soft the probability of a soft label, 0 to 1; absent for a hard one
 * @param marks what was decided of it
 */
public record Preference(
        Draft chosen,
        Draft rejected,
        OptionalDouble margin,
        String policy,
        Optional<Strength> strength,
        OptionalDouble soft,
        Set<Mark> marks) {

    /** What may be decided of a pair. */
    public enum Mark {
        /** The two are equal; neither is chosen. */
        TIE,
        /** Chosen and rejected have changed places. */
        FLIPPED,
        /** The chosen answer may be a refusal. */
        REFUSAL_KEPT
    }

    public Preference {
        marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }

    /** A pair of which nothing more is known. */
    public Preference(Draft chosen, Draft rejected, OptionalDouble margin, String policy) {
        this(chosen, rejected, margin, policy, Optional.empty(), OptionalDouble.empty(), Set.of());
    }

    public Preference withStrength(Optional<Strength> made) {
        return new Preference(chosen, rejected, margin, policy, made, soft, marks);
    }

    public Preference withMark(Mark mark) {
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Preference(chosen, rejected, margin, policy, strength, soft, more);
    }

    /** With the probability of its strength as label; a pair without strength keeps its hard label. */
    public Preference softened() {
        OptionalDouble label =
                strength.map(made -> OptionalDouble.of(made.probability())).orElse(soft);
        return new Preference(chosen, rejected, margin, policy, strength, label, marks);
    }

    /** The other way round. */
    public Preference flipped() {
        OptionalDouble turned =
                margin.isPresent() ? OptionalDouble.of(0.0 - margin.getAsDouble()) : OptionalDouble.empty();
        OptionalDouble label = soft.isPresent() ? OptionalDouble.of(1 - soft.getAsDouble()) : soft;
        return new Preference(rejected, chosen, turned, policy, strength.map(Strength::flipped), label, marks)
                .withMark(Mark.FLIPPED);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }
}
