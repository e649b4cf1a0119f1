package fellowship.plan;

import fellowship.chat.Sampling;
import java.util.List;

/**
 * A model that decides how good answers are.
 *
 * @param name unique in the plan
 * @param model a role's name, or a full model reference
 * @param sampling how its completions are drawn
 * @param brief what it is told
 * @param marking how it says what it thinks
 * @param orders in which orders it sees two candidates
 * @param samples how often each question is put, 1 or more; the judgments are settled together (FairEval's multiple
 *     evidence calibration, arXiv 2305.17926, section 4.1)
 * @param preparation what it does before it judges
 * @param errorTypes the kinds of mistakes it may name when it verifies steps; empty: it says only whether a step is right
 * @param plants the share of comparisons that are repeated with a worthless answer in one place, 0 to 1; such judgments
 *     never decide anything, they measure the judge
 * @param at where the script declares it
 */
public record Judge(
        String name,
        String model,
        Sampling sampling,
        Brief brief,
        Marking marking,
        Orders orders,
        int samples,
        Preparation preparation,
        List<String> errorTypes,
        double plants,
        SourcePosition at)
        implements Annotator {

    public Judge {
        errorTypes = List.copyOf(errorTypes);
    }

    /** A judge with every setting as it is when the script says nothing. */
    public static Judge standard(String name, String model, SourcePosition at) {
        return new Judge(
                name,
                model,
                Sampling.standard(),
                Brief.standard(),
                Marking.standard(),
                Orders.standard(),
                1,
                Preparation.none(),
                List.of(),
                0,
                at);
    }

    public Judge named(String other) {
        return new Judge(other, model, sampling, brief, marking, orders, samples, preparation, errorTypes, plants, at);
    }

    public Judge with(Sampling other) {
        return new Judge(name, model, other, brief, marking, orders, samples, preparation, errorTypes, plants, at);
    }

    public Judge with(Brief other) {
        return new Judge(name, model, sampling, other, marking, orders, samples, preparation, errorTypes, plants, at);
    }

    public Judge with(Marking other) {
        return new Judge(name, model, sampling, brief, other, orders, samples, preparation, errorTypes, plants, at);
    }

    public Judge with(Orders other) {
        return new Judge(name, model, sampling, brief, marking, other, samples, preparation, errorTypes, plants, at);
    }

    public Judge with(Preparation other) {
        return new Judge(name, model, sampling, brief, marking, orders, samples, other, errorTypes, plants, at);
    }

    public Judge withSamples(int other) {
        return new Judge(name, model, sampling, brief, marking, orders, other, preparation, errorTypes, plants, at);
    }

    public Judge withErrorTypes(List<String> other) {
        return new Judge(name, model, sampling, brief, marking, orders, samples, preparation, other, plants, at);
    }

    public Judge withPlants(double other) {
        return new Judge(name, model, sampling, brief, marking, orders, samples, preparation, errorTypes, other, at);
    }
}
