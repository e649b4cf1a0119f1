package fellowship.judging;

import fellowship.row.Draft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The candidates as a judge sees them: with neutral labels, in one order.
 *
 * @param drafts in the order they are shown
 */
record Shown(List<Draft> drafts) {

    Shown {
        drafts = List.copyOf(drafts);
    }

    /** Two candidates, the second one first when swapped. */
    static Shown pair(Draft first, Draft second, boolean swapped) {
        return new Shown(swapped ? List.of(second, first) : List.of(first, second));
    }

    static Shown alone(Draft draft) {
        return new Shown(List.of(draft));
    }

    /** All candidates, the list turned by so many places: one row of a cyclic Latin square. */
    static Shown turned(List<Draft> drafts, int by) {
        List<Draft> order = new ArrayList<>(drafts);
        Collections.rotate(order, -by);
        return new Shown(order);
    }

    boolean single() {
        return drafts.size() == 1;
    }

    /** {@code answer} alone, else {@code answer A}, {@code answer B}, … */
    String label(int place) {
        return single() ? "answer" : "answer " + letter(place);
    }

    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (int place = 0; place < drafts.size(); place++) {
            letters.add(letter(place));
        }
        return letters;
    }
}
