package fellowship.plan;

import java.util.stream.Collectors;

/** An agreement in a few words. */
final class AgreementText {

    private AgreementText() {}

    static String of(Step.Agree agree) {
        Agreement settings = agree.settings();
        String measures = settings.measures().isEmpty()
                ? "all measures"
                : settings.measures().stream().map(Enum::name).collect(Collectors.joining(", "));
        return "'" + agree.name() + "': " + measures
                + settings.against()
                        .map(leaf -> " against " + leaf.source().strip().replaceAll("\\s+", " "))
                        .orElse("");
    }
}
