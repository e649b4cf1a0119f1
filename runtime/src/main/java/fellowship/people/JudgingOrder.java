package fellowship.people;

import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which one person sees pairs. Both the pairs' order and who stands first are drawn from seed, set and name,
 * so that people see different orders and the same person the same one each time. Of each two pairs in a row one shows its
 * first candidate first: over an even number of pairs both stand there equally often.
 */
public final class JudgingOrder {

    private JudgingOrder() {}

    /**
     * A pair and how it is shown.
     *
     * @param swapped whether the second candidate stands first
     */
    public record Shown(PairPlace place, boolean swapped) {}

    /**
     * The order for a person.
     *
     * @param limit the most pairs, 1 or more
     */
    public static List<Shown> of(PairIndex index, long seed, String name, int limit) {
        Dice dice = Dice.of(seed).split("annotate").split(index.set()).split(name);
        Dice order = dice.split("order");
        record Drawn(PairPlace place, long number) {}
        List<PairPlace> places = index.places().stream()
                .map(place -> new Drawn(place, order.split(place.item()).number()))
                .sorted(Comparator.comparingLong(Drawn::number)
                        .thenComparing(drawn -> drawn.place().item()))
                .limit(limit)
                .map(Drawn::place)
                .toList();
        List<Shown> shown = new ArrayList<>();
        Dice sides = dice.split("sides");
        for (int i = 0; i < places.size(); i++) {
            boolean drawn = sides.split("block " + i / 2).below(2) == 1;
            shown.add(new Shown(places.get(i), drawn == (i % 2 == 0)));
        }
        return shown;
    }
}
