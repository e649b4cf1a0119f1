package fellowship.run;

import fellowship.chat.ModelRef;
import fellowship.config.ProviderSettings;
import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.Shape;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import fellowship.text.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What decides a run's result: two runs with one identity give the same bytes, as long as models give the same answers.
 *
 * @param fingerprint of the plan
 * @param inputs SHA-256 of each input file
 * @param models who is asked, by agent or judge
 * @param limit most samples, {@code all} for no limit
 */
record Identity(String fingerprint, List<String> inputs, Map<String, String> models, String limit) {

    /** Goes up when the files that a run writes change their form. */
    private static final String FORM = "4";

    static Identity of(Plan plan, RunOptions options, List<String> inputs) {
        Map<String, String> models = new LinkedHashMap<>();
        asked(plan).forEach((name, model) -> {
            ModelRef ref = options.configuration().resolve(model);
            models.put(name, ref + script(options, ref));
        });
        String limit =
                options.limit().isPresent() ? Long.toString(options.limit().getAsLong()) : "all";
        return new Identity(Fingerprint.of(plan), List.copyOf(inputs), models, limit);
    }

    /** Scripted answers are a part of the input, so their file's digest counts. */
    private static String script(RunOptions options, ModelRef ref) {
        boolean scripted = options.configuration()
                .provider(ref.provider())
                .filter(settings -> settings.protocol() == ProviderSettings.Protocol.SCRIPTED)
                .isPresent();
        Path file = options.base().resolve(ref.model().replaceFirst("#[^#]*$", ""));
        return scripted && Files.isRegularFile(file) ? " " + Sha256.of(file).substring(0, 16) : "";
    }

    /** The model of each agent and judge that some step asks, as the script says it. */
    static Map<String, String> asked(Plan plan) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            List<String> names = new ArrayList<>();
            if (step instanceof Step.Generate generate) {
                names.addAll(generate.by());
            } else if (step instanceof Step.Refine refine) {
                names.add(refine.writer());
                names.addAll(refine.reviewers());
            } else if (step instanceof Shape.Ask ask) {
                names.add(ask.agent());
            } else if (step instanceof Shape.Review review) {
                names.addAll(review.reviewers());
            } else if (step instanceof Shape.Revise revise) {
                names.add(revise.writer());
            } else if (step instanceof Step.Score score) {
                plan.judgesOf(score.annotator()).forEach(judge -> names.add(judge.name()));
            } else if (step instanceof Step.Compare compare) {
                plan.judgesOf(compare.annotator()).forEach(judge -> names.add(judge.name()));
            } else if (step instanceof Sift.Escalate escalate) {
                plan.judgesOf(escalate.annotator()).forEach(judge -> names.add(judge.name()));
            } else if (step instanceof Step.Rank rank) {
                names.add(rank.annotator());
            } else if (step instanceof Step.Verify verify) {
                names.add(verify.annotator());
            }
            for (String name : names) {
                plan.agent(name).ifPresent(agent -> asked.put(name, agent.model()));
                plan.judge(name).ifPresent(judge -> asked.put(name, judge.model()));
            }
        }
        return asked;
    }

    /** SHA-256 over all of it, in hexadecimal. */
    String digest() {
        return Sha256.of(String.join("\n", FORM, fingerprint, inputs.toString(), models.toString(), limit));
    }

    List<ModelRef> refs(RunOptions options, Plan plan) {
        return asked(plan).values().stream()
                .map(options.configuration()::resolve)
                .distinct()
                .toList();
    }
}
