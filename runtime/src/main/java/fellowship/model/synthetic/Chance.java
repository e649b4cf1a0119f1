package fellowship.model.synthetic;

import fellowship.seam.Dice;

/** Numbers drawn by name: the same name, the same number. */
record Chance(Dice dice) {

    static Chance of(String... names) {
        Dice dice = Dice.of(0);
        for (String name : names) {
            dice = dice.split(name);
        }
        return new Chance(dice);
    }

    Chance split(String name) {
        return new Chance(dice.split(name));
    }

    /** Above 0 and below 1, all equally likely. */
    double uniform() {
        return uniform(dice);
    }

    private static double uniform(Dice dice) {
        return ((dice.number() >>> 11) + 0.5) * 0x1p-53;
    }

    /** Of the standard normal distribution. Box and Muller (1958), Annals of Mathematical Statistics 29, 610–611. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(dice)));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform(dice.split("angle")));
    }

    int below(int bound) {
        return dice.below(bound);
    }
}
