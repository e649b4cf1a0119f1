package fellowship.stats;

import java.util.function.ToDoubleFunction;

/**
 * Maximises a concave likelihood by Newton's steps, each halved until it is no step down. Deterministic; ends where the
 * gradient is nothing, or after 200 steps.
 */
final class Logistic {

    private static final int STEPS = 200;

    private Logistic() {}

    /** A likelihood's slope and (negative) curvature at a point. */
    interface Slope {
        /** Fills both: they come in as zeros. */
        void at(double[] point, double[] gradient, double[][] curvature);
    }

    static double[] maximum(int unknowns, ToDoubleFunction<double[]> likelihood, Slope slope) {
        double[] point = new double[unknowns];
        double here = likelihood.applyAsDouble(point);
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[unknowns];
            double[][] curvature = new double[unknowns][unknowns];
            slope.at(point, gradient, curvature);
            double[] change = Linear.solve(curvature, gradient);
            double size = 0;
            for (double part : change) {
                size = Math.max(size, Math.abs(part));
            }
            if (size < 1e-14) {
                return point;
            }
            double share = 1;
            double[] next = moved(point, change, share);
            double there = likelihood.applyAsDouble(next);
            while (there < here && size * share > 1e-12) {
                share /= 2;
                next = moved(point, change, share);
                there = likelihood.applyAsDouble(next);
            }
            if (there < here) {
                // Within rounding of the top, where the full step is the best there is.
                return moved(point, change, 1);
            }
            point = next;
            here = there;
        }
        return point;
    }

    private static double[] moved(double[] point, double[] change, double share) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += share * change[i];
        }
        return moved;
    }

    /** 1 / (1 + e^−x). */
    static double share(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    /** log(1 + e^x) without overflow. */
    static double softPlus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
