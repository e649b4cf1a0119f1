package fellowship.model.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a judge makes of the candidates before it. A candidate's value is its quality and what the judge's biases add; the
 * value of one less that of another is a normal utility, so that who wins is a probit model with a band of ties.
 *
 * @param traits of the judge
 * @param values in the order the candidates are shown
 */
record Taste(Traits traits, List<Double> values) {

    private static final double MEDIAN = 300;
    private static final double HALF = StrictMath.sqrt(0.5);

    /** @param chance the call's own; the part that jurors share is drawn from question and text alone */
    static Taste of(Traits traits, Seen seen, Chance chance) {
        List<Double> values = new ArrayList<>();
        int count = seen.candidates().size();
        double noise = traits.of("noise") * HALF;
        double shared = StrictMath.sqrt(traits.of("correlation"));
        double own = StrictMath.sqrt(1 - traits.of("correlation"));
        for (int place = 0; place < count; place++) {
            String text = seen.candidates().get(place);
            Chance drawn = Chance.of(seen.question(), text);
            double quality = Writing.quality(text)
                    .orElseGet(() -> traits.of("plain") + drawn.split("quality").normal());
            double length = Math.max(1, text.codePointCount(0, text.length()));
            values.add(quality
                    + traits.of("position") * (count < 2 ? 0 : 0.5 - place / (count - 1.0))
                    + traits.of("length") * StrictMath.log(length / MEDIAN)
                    + (Writing.isOf(traits.family(), text) ? traits.of("self") : 0)
                    + noise
                            * (shared * drawn.split("noise").normal()
                                    + own * chance.split("noise " + place).normal()));
        }
        return new Taste(traits, values);
    }

    /** By how much the first is better than the second. */
    double lead() {
        return values.get(0) - values.get(1);
    }

    /** Above 0 for the first, below for the second, 0 for a tie. */
    int choice() {
        return Math.abs(lead()) <= traits.of("tie") ? 0 : lead() > 0 ? 1 : -1;
    }

    /** The value that is told as a score: the same for both where they tie. */
    double told(int place) {
        return values.size() == 2 && choice() == 0 ? (values.get(0) + values.get(1)) / 2 : values.get(place);
    }

    /** The letters of the candidates, best first. */
    List<String> order() {
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get).reversed())
                .map(Taste::letter)
                .toList();
    }

    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    String choiceLetter() {
        return choice() > 0 ? "A" : choice() < 0 ? "B" : "tie";
    }
}
