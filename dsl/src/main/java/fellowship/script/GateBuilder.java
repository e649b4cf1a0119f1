package fellowship.script;

import fellowship.dsl.GateSpec;
import fellowship.plan.Gate;
import fellowship.quality.Languages;
import fellowship.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Fills the block of {@code gates}. */
final class GateBuilder implements GateSpec {

    private final Origin origin;
    private final Problems problems;
    private final List<Gate> gates = new ArrayList<>();

    GateBuilder(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    @Override
    public void length(Map<String, ?> bounds) {
        NamedNumbers numbers = new NamedNumbers("length", bounds, origin, problems);
        OptionalInt min = numbers.whole("min", 1);
        OptionalInt max = numbers.whole("max", 1);
        OptionalDouble ratio = numbers.above("ratio", 0);
        if (bounds.isEmpty()) {
            problems.error(
                    origin.here(), "length needs a bound: length(min: 20), length(max: 4000) or length(ratio: 2)");
        }
        if (min.isPresent() && max.isPresent() && min.getAsInt() > max.getAsInt()) {
            problems.error(
                    origin.here(), "the min of length is above its max: " + min.getAsInt() + " and " + max.getAsInt());
        }
        if (ratio.isPresent() && ratio.getAsDouble() < 1) {
            problems.error(
                    origin.here(),
                    "the ratio of length is the longer text to the shorter one, 1 or more, was " + bounds.get("ratio"));
        }
        add(new Gate.Length(min, max, ratio));
    }

    @Override
    public void apart(double most) {
        if (!(most >= 0 && most <= 1)) {
            problems.error(origin.here(), "apart takes a share of words, 0 to 1, was " + most);
        }
        add(new Gate.Apart(most));
    }

    @Override
    public void residue() {
        add(new Gate.Residue());
    }

    @Override
    public void whole() {
        add(new Gate.Whole());
    }

    @Override
    public void language(String... codes) {
        if (codes.length == 0) {
            problems.error(origin.here(), "language needs a code: language 'en'");
        }
        List<String> known = new ArrayList<>();
        for (String said : codes) {
            Optional<String> code = Languages.code(said);
            if (code.isEmpty()) {
                problems.error(
                        origin.here(),
                        "there is no language '" + said + "'; write its code of ISO 639, like 'en' or 'deu'"
                                + Nearest.of(said, Languages.codes())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(""));
            }
            code.ifPresent(known::add);
        }
        add(new Gate.Language(known));
    }

    @Override
    public void personalData() {
        add(new Gate.PersonalData());
    }

    @Override
    public void secrets() {
        add(new Gate.Secrets());
    }

    @Override
    public void benchmarks(Map<String, ?> options, String... files) {
        int words = new NamedNumbers("benchmarks", options, origin, problems)
                .whole("words", 1)
                .orElse(Gate.Benchmarks.WORDS);
        if (files.length == 0 || Arrays.stream(files).anyMatch(String::isBlank)) {
            problems.error(origin.here(), "benchmarks needs the path of a file: benchmarks 'gsm8k.jsonl'");
        }
        add(new Gate.Benchmarks(List.of(files), words));
    }

    @Override
    public void ownFamily() {
        add(new Gate.OwnFamily());
    }

    private void add(Gate gate) {
        if (gates.stream().anyMatch(before -> before.getClass() == gate.getClass())
                && !(gate instanceof Gate.Benchmarks)) {
            problems.error(origin.here(), "'" + gate.rule() + "' is said twice in this block");
        }
        gates.add(gate);
    }

    List<Gate> build() {
        return gates;
    }
}
