package fellowship.script.read;

import fellowship.script.read.Functions.Function;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** What can be asked of a number. */
final class NumberFunctions {

    static final Map<String, Function<Number>> TABLE = new HashMap<>();

    static {
        TABLE.put("abs", (number, call) -> MathFunctions.abs(number, call.at()));
        TABLE.put("round", NumberFunctions::round);
        TABLE.put("intdiv", (number, call) -> (int) (number.longValue() / whole(call)));
        TABLE.put("compareTo", (number, call) -> Values.order(number, call.value(0), call.fuel(), call.at()));
        TABLE.put("equals", (number, call) -> Values.equal(number, call.value(0), call.fuel(), call.at()));
        TABLE.put("toString", (number, call) -> Values.text(number, call.fuel(), call.at()));
        for (String name : new String[] {"toInteger", "intValue"}) {
            TABLE.put(name, (number, call) -> number.intValue());
        }
        for (String name : new String[] {"toLong", "longValue"}) {
            TABLE.put(name, (number, call) -> number.longValue());
        }
        for (String name : new String[] {"toDouble", "doubleValue"}) {
            TABLE.put(name, (number, call) -> number.doubleValue());
        }
        TABLE.put("toBigDecimal", (number, call) -> Values.exact(number, call.at()));
    }

    private NumberFunctions() {}

    private static long whole(Call call) {
        return call.value(0) instanceof Number number ? number.longValue() : call.whole(0);
    }

    private static Number round(Number number, Call call) {
        if (call.count() == 0) {
            return number instanceof Float
                    ? (Number) Math.round(number.floatValue())
                    : (Number) Math.round(number.doubleValue());
        }
        int digits = Math.max(-30, Math.min(30, call.whole(0)));
        return Values.exact(number, call.at())
                .setScale(digits, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
