package fellowship.stats;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Shares that are not known but counted. */
final class Dirichlet {

    private Dirichlet() {}

    /**
     * The probability that the first share is the greatest. Shares are gamma variables over their sum, so it is
     * ∫ f(x; a₁) Π F(x; a_i) dx; for two, the Beta distribution above one half. Summed over steps of log x, in which the
     * integrand falls off so smoothly on both sides that plain sums are right to the last digits.
     *
     * @param shapes the Dirichlet distribution's parameters, each 1 or more
     */
    static double firstIsGreatest(double[] shapes) {
        if (shapes.length == 1) {
            return 1;
        }
        if (shapes.length == 2) {
            return RegularizedBeta.complement(0.5, shapes[0], shapes[1]);
        }
        double a = shapes[0];
        double step = 0.2 / Math.sqrt(a);
        double reach = Math.sqrt(80 / a);
        double sum = 0;
        for (double t = Math.log(a) - reach - 40 / a; t < Math.log(a) + reach; t += step) {
            double x = Math.exp(t);
            sum += x * integrand(x, shapes);
        }
        return Math.min(1, sum * step);
    }

    private static double integrand(double x, double[] shapes) {
        double value = Math.exp((shapes[0] - 1) * Math.log(x) - x - LogGamma.value(shapes[0]));
        for (int i = 1; i < shapes.length && value > 0; i++) {
            value *= RegularizedGamma.P.value(shapes[i], x);
        }
        return value;
    }
}
