package fellowship.engine;

import fellowship.judging.Annotators;
import fellowship.plan.Step;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Rows that people should judge wait until they have; what a person says takes the place of the verdict. A row that a person
 * has judged keeps that verdict, also when judges come to disagree more on others.
 */
final class PeopleRunner implements StepRunner<Step.People> {

    private final Knowledge knowledge;

    PeopleRunner(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Mono<StepResult> run(Step.People step, Row row) {
        return Mono.fromSupplier(() -> {
            Knowledge.People people = knowledge.people().get(step.id());
            if (people == null) {
                return new StepResult.Held(Annotators.observation(row));
            }
            if (!people.chosen().contains(row.id()) && !people.verdicts().containsKey(row.id())) {
                return StepResult.of(row);
            }
            return new StepResult.ForPeople(
                    row,
                    Optional.ofNullable(people.verdicts().get(row.id())).map(said -> row.withVerdict(said(row, said))));
        });
    }

    private static Verdict said(Row row, Outcome outcome) {
        Verdict before = row.verdict().orElseThrow();
        double margin = outcome == Outcome.TIE ? 0 : 1;
        List<Vote> votes = new ArrayList<>(before.votes());
        votes.add(new Vote(Verdict.PEOPLE, Vote.Stage.CLOSING, outcome, margin, false));
        return new Verdict(
                Verdict.PEOPLE,
                before.first(),
                before.second(),
                outcome,
                margin,
                false,
                before.judgments(),
                votes,
                before.turns(),
                before.spared(),
                before.plants());
    }
}
