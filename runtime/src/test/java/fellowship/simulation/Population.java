package fellowship.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All pairs there could be, as the nodes of a numeric integral over what is drawn for a pair: the difference of qualities,
 * the difference of the logarithms of lengths, and the noise that judges share. Each is normal. Gauss–Legendre with twelve
 * nodes on each of four panels within seven standard deviations, cut where the lengths are equal, so that "the longer
 * one" has no jump within a panel; doubling the nodes moves no truth by 1e-9. Lengths are rounded to characters when they
 * are written, which the integral leaves out: it moves shares by less than 1e-4.
 */
final class Population {

    private static final int NODES = 12;
    private static final double REACH = 7;

    /** A pair: differences are the first's less the second's. */
    record Pair(String first, String second, double quality, double length, double noise, double weight) {}

    private record Node(double at, double weight) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final Writer first;
    private final Writer second;

    Population(Writer first, Writer second) {
        this.first = first;
        this.second = second;
        double spread = Writer.SPREAD * Math.sqrt(2);
        double variety = Writer.VARIETY * Math.sqrt(2);
        double longer = Math.log(first.characters() / second.characters());
        List<Node> qualities = normal(first.quality() - second.quality(), spread, 0);
        List<Node> lengths = normal(longer, variety, 0);
        List<Node> noises = normal(0, 1, 0);
        for (Node quality : qualities) {
            for (Node length : lengths) {
                for (Node noise : noises) {
                    pairs.add(new Pair(
                            first.family(),
                            second.family(),
                            quality.at(),
                            length.at(),
                            noise.at(),
                            quality.weight() * length.weight() * noise.weight()));
                }
            }
        }
    }

    /** What a number is on the mean. */
    double mean(ToDoubleFunction<Pair> number) {
        double sum = 0;
        for (Pair pair : pairs) {
            sum += pair.weight() * number.applyAsDouble(pair);
        }
        return sum;
    }

    /** The mean of one number over the mean of another: what a share of shares tends to. */
    double ratio(ToDoubleFunction<Pair> hits, ToDoubleFunction<Pair> of) {
        return mean(hits) / mean(of);
    }

    /**
     * The first's length less the second's, given the difference of their logarithms: the sum of the logarithms does not
     * depend on it and is normal, so that its exponential has a mean in closed form.
     */
    double characters(Pair pair) {
        double middle = Math.sqrt(first.characters() * second.characters());
        return middle * Math.exp(Writer.VARIETY * Writer.VARIETY / 4) * 2 * Math.sinh(pair.length() / 2);
    }

    private static List<Node> normal(double mean, double deviation, double cut) {
        double low = mean - REACH * deviation;
        double high = mean + REACH * deviation;
        double[] ends = {low, (low + cut) / 2, cut, (cut + high) / 2, high};
        double[][] rule = legendre();
        List<Node> nodes = new ArrayList<>();
        for (int panel = 0; panel < ends.length - 1; panel++) {
            double half = (ends[panel + 1] - ends[panel]) / 2;
            for (int i = 0; i < NODES; i++) {
                double at = ends[panel] + half * (1 + rule[0][i]);
                double z = (at - mean) / deviation;
                double density = Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
                nodes.add(new Node(at, half * rule[1][i] * density));
            }
        }
        return nodes;
    }

    /** Nodes and weights on −1 … 1: the roots of the Legendre polynomial by Newton's method. */
    private static double[][] legendre() {
        double[][] rule = new double[2][NODES];
        for (int i = 0; i < NODES; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
            double slope = 1;
            for (int round = 0; round < 50; round++) {
                double before = 1;
                double now = x;
                for (int k = 2; k <= NODES; k++) {
                    double next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
                    before = now;
                    now = next;
                }
                slope = NODES * (x * now - before) / (x * x - 1);
                x -= now / slope;
            }
            rule[0][i] = x;
            rule[1][i] = 2 / ((1 - x * x) * slope * slope);
        }
        return rule;
    }
}
