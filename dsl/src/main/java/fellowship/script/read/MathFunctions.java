package fellowship.script.read;

import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.jspecify.annotations.Nullable;

/** {@code Math.abs(…)} and its kin, by their names: no class is asked. */
final class MathFunctions {

    static final Set<String> NAMES =
            Set.of("abs", "min", "max", "round", "floor", "ceil", "sqrt", "log", "log10", "exp", "pow", "signum");

    private MathFunctions() {}

    static Number abs(Number number, ASTNode at) {
        return NumberMath.abs(Values.bounded(number, at));
    }

    static @Nullable Object call(Call call) {
        if (call.count() == 0 || call.count() > 2 || !call.arguments().stream().allMatch(Number.class::isInstance)) {
            throw call.refused("of Math needs numbers");
        }
        Number one = (Number) call.arguments().get(0);
        double x = one.doubleValue();
        if (call.count() == 2) {
            Number other = (Number) call.arguments().get(1);
            boolean less = Values.order(one, other, call.fuel(), call.at()) <= 0;
            return switch (call.name()) {
                case "min" -> less ? one : other;
                case "max" -> less ? other : one;
                case "pow" -> Math.pow(x, other.doubleValue());
                default -> throw call.refused("of Math is not known here");
            };
        }
        return switch (call.name()) {
            case "abs" -> abs(one, call.at());
            case "round" -> one instanceof Float ? (Number) Math.round(one.floatValue()) : (Number) Math.round(x);
            case "floor" -> Math.floor(x);
            case "ceil" -> Math.ceil(x);
            case "sqrt" -> Math.sqrt(x);
            case "log" -> Math.log(x);
            case "log10" -> Math.log10(x);
            case "exp" -> Math.exp(x);
            case "signum" -> Math.signum(x);
            default -> throw call.refused("of Math is not known here");
        };
    }
}
