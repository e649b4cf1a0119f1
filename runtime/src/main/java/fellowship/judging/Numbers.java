package fellowship.judging;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Numbers {

    /** Leans and scores closer than this are equal: means of decimals have dust at the end. */
    static final double DUST = 1e-9;

    private Numbers() {}

    /** 10, not 10.0. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** -1, 0 or 1. */
    static int sign(double value) {
        return value > DUST ? 1 : value < -DUST ? -1 : 0;
    }
}
