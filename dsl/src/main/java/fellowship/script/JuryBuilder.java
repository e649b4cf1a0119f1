package fellowship.script;

import fellowship.dsl.Judge;
import fellowship.dsl.JurySpec;
import fellowship.plan.Jury;
import fellowship.plan.SettleRule;
import fellowship.plan.SourcePosition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Fills a jury's block. */
final class JuryBuilder implements JurySpec {

    private final Origin origin;
    private final Problems problems;
    private final Set<String> said = new HashSet<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private List<BuiltJudge> jurors = List.of();
    private SettleRule rule = SettleRule.majority;
    private Jury.FamilyRule family = Jury.FamilyRule.exclude;
    private Optional<Jury.Sequence> sequence = Optional.empty();

    JuryBuilder(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    @Override
    public void jurors(List<? extends Judge> judges) {
        once("jurors");
        jurors = judges.stream().map(BuiltJudge::of).toList();
    }

    @Override
    public void settle(SettleRule wanted) {
        once("settle");
        rule = wanted;
    }

    @Override
    public void weights(Map<?, ? extends Number> byJuror) {
        once("weights");
        byJuror.forEach((juror, weight) -> {
            String name = juror instanceof Judge judge ? judge.name() : String.valueOf(juror);
            if (!(weight.doubleValue() > 0) || Double.isInfinite(weight.doubleValue())) {
                problems.error(origin.here(), "the weight of '" + name + "' must be above 0, was " + weight);
            }
            weights.put(name, weight.doubleValue() > 0 ? weight.doubleValue() : 1);
        });
    }

    @Override
    public void ownFamily(Jury.FamilyRule wanted) {
        once("ownFamily");
        family = wanted;
    }

    @Override
    public void sequential(Map<String, ?> options) {
        once("sequential");
        OptionalDouble bound = OptionalDouble.empty();
        if (options.get("bound") instanceof Number number) {
            if (number.doubleValue() > 0.5 && number.doubleValue() < 1) {
                bound = OptionalDouble.of(number.doubleValue());
            } else {
                problems.error(origin.here(), "the bound of sequential must be above 0.5 and below 1, was " + number);
            }
        }
        sequence = Optional.of(new Jury.Sequence(bound));
    }

    private void once(String word) {
        if (!said.add(word)) {
            problems.error(origin.here(), "'" + word + "' is said twice in this block");
        }
    }

    BuiltJury build(String name, SourcePosition at) {
        List<String> names = jurors.stream().map(BuiltJudge::name).toList();
        return new BuiltJury(new Jury(name, names, rule, weights, family, sequence, at), jurors);
    }
}
