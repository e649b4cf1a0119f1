package fellowship.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Each step can do what it is there for with the rows it gets. */
final class StepChecks {

    private final Plan plan;
    private final Problems problems;
    private final Map<String, Upstream> after;
    private final CandidateChecks candidates;

    StepChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
        this.after = Upstream.of(plan);
        this.candidates = new CandidateChecks(plan, problems);
    }

    void check() {
        Set<String> used =
                plan.steps().stream().flatMap(step -> step.inputs().stream()).collect(Collectors.toSet());
        for (Step step : plan.steps()) {
            step(step);
            if (!(step instanceof Step.Into || step instanceof Step.Agree)
                    && !used.contains(step.id())
                    && !(plan.outputs().isEmpty() && plan.agreements().isEmpty())) {
                problems.warning(
                        step.at(),
                        "nothing takes the rows of step '" + step.id() + "'; write them with .into or take it out");
            }
        }
    }

    private void step(Step step) {
        if (step instanceof Step.Read read) {
            read(read);
        } else if (step instanceof Step.Generate generate) {
            generate(generate);
        } else if (step instanceof Step.Refine refine) {
            refine(refine);
        } else if (step instanceof Step.Pairs pairs) {
            new PairChecks(problems).check(pairs, before(pairs));
        } else if (step instanceof Step.Sifting sift) {
            new SiftChecks(plan, problems).check(sift, before(sift));
        } else {
            candidates.check(step);
        }
    }

    private Optional<Upstream> before(Step step) {
        return step.input().map(after::get);
    }

    private void read(Step.Read read) {
        if (read.files().isEmpty()) {
            problems.error(read.at(), "read needs a file");
        }
        if (new HashSet<>(read.type().names()).size() < read.type().columns().size()) {
            problems.error(read.at(), "the record " + read.type().name() + " has two columns of one name");
        }
    }

    private void generate(Step.Generate generate) {
        if (generate.by().isEmpty()) {
            problems.error(generate.at(), "generate needs an agent");
        }
        if (generate.samples() < 1) {
            problems.error(generate.at(), "samples must be 1 or more, was " + generate.samples());
        }
        twice(generate.by(), generate.at(), "; for more drafts by one agent say samples");
    }

    private void refine(Step.Refine refine) {
        if (refine.reviewers().isEmpty()) {
            problems.error(refine.at(), "refine needs a reviewer");
        }
        if (refine.atMost() < 2) {
            problems.error(
                    refine.at(),
                    "atMost must be 2 or more, was " + refine.atMost() + "; for one draft without review say generate");
        }
        twice(refine.reviewers(), refine.at(), "");
        refine.reviewers().stream()
                .flatMap(name -> plan.agent(name).stream())
                .forEach(reviewer -> reviewer(refine, reviewer));
    }

    private void reviewer(Step.Refine refine, Agent reviewer) {
        reviewer.reply()
                .filter(reply -> reply.critique().isEmpty())
                .ifPresent(reply -> problems.error(
                        reviewer.at(),
                        "reviewer '" + reviewer.name() + "' replies with " + reply.name()
                                + ", which has no text for the critique; add a field 'String feedback' to it"));
        plan.agent(refine.writer())
                .filter(writer -> writer.model().equals(reviewer.model()))
                .ifPresent(writer -> problems.warning(
                        refine.at(),
                        "'" + reviewer.name() + "' reviews drafts of its own model, '" + reviewer.model()
                                + "'; models favour what they wrote, bind the reviewer to another one"));
    }

    private void twice(List<String> names, SourcePosition at, String remedy) {
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> problems.error(at, "'" + name + "' stands here twice" + remedy));
    }
}
