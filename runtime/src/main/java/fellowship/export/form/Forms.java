package fellowship.export.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All forms. A consumer's first type is what it gets when none is named. One more consumer is a file and a line here. */
public final class Forms {

    private static final List<Form> ALL = Stream.of(
                    Trl.forms(),
                    TrlJudges.forms(),
                    LlamaFactory.forms(),
                    Axolotl.forms(),
                    OpenRlhf.forms(),
                    MsSwift.forms(),
                    NemoRl.forms(),
                    Verl.forms(),
                    Cut.forms(),
                    Prometheus.forms(),
                    HelpSteer.forms(),
                    UltraFeedback.forms(),
                    AlpacaEval.forms(),
                    Votes.forms())
            .flatMap(List::stream)
            .toList();

    private Forms() {}

    public static List<Form> all() {
        return ALL;
    }

    /** The consumers, in the order of the table. */
    public static List<String> consumers() {
        return ALL.stream().map(Form::consumer).distinct().toList();
    }

    /** The types that a consumer takes. */
    public static List<String> types(String consumer) {
        List<String> types = new ArrayList<>();
        ALL.stream().filter(form -> form.consumer().equals(consumer)).forEach(form -> types.add(form.type()));
        return types;
    }

    public static Optional<Form> of(String consumer, String type) {
        return ALL.stream()
                .filter(form -> form.consumer().equals(consumer) && form.type().equals(type))
                .findFirst();
    }
}
