package fellowship.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplerTest {

    /** Shares 0.5, 0.25, 0.15, 0.1. */
    private static final Logits FOUR = new Logits(
            new float[] {(float) Math.log(0.5), (float) Math.log(0.25), (float) Math.log(0.15), (float) Math.log(0.1)},
            0,
            4);

    @Test
    void temperatureZeroTakesTheLikeliest() {
        assertThat(drawn(new Chance(0, 1, 0))).containsExactly(0);
    }

    @Test
    void temperatureOneDrawsByShare() {
        Sampler sampler = new Sampler(new Chance(1, 1, 0), 11);
        int[] counts = new int[4];
        for (int i = 0; i < 100_000; i++) {
            counts[sampler.draw(FOUR)]++;
        }
        assertThat(counts[0] / 1e5).isCloseTo(0.5, within(0.01));
        assertThat(counts[3] / 1e5).isCloseTo(0.1, within(0.01));
    }

    @Test
    void topPKeepsTheFewestThatReachTheShare() {
        assertThat(drawn(new Chance(1, 0.5, 0))).containsExactly(0);
        assertThat(drawn(new Chance(1, 0.6, 0))).containsExactly(0, 1);
        assertThat(drawn(new Chance(1, 0.89, 0))).containsExactly(0, 1, 2);
    }

    @Test
    void topKKeepsSoMany() {
        assertThat(drawn(new Chance(1, 1, 1))).containsExactly(0);
        assertThat(drawn(new Chance(2, 1, 3))).containsExactly(0, 1, 2);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        Sampler one = new Sampler(new Chance(1.5, 0.95, 0), 5);
        Sampler other = new Sampler(new Chance(1.5, 0.95, 0), 5);
        for (int i = 0; i < 1000; i++) {
            assertThat(one.draw(FOUR)).isEqualTo(other.draw(FOUR));
        }
    }

    @Test
    void anotherDrawHasAnotherSeed() {
        Chance chance = new Chance(0.7, 1, 0);
        int[] prompt = {1, 2, 3};
        assertThat(chance.seed(prompt, 0)).isNotEqualTo(chance.seed(prompt, 1));
        assertThat(chance.seed(prompt, 0)).isNotEqualTo(chance.seed(new int[] {1, 2, 4}, 0));
        assertThat(chance.seed(prompt, 0)).isNotEqualTo(new Chance(0.8, 1, 0).seed(prompt, 0));
        assertThat(chance.seed(prompt, 0)).isEqualTo(chance.seed(prompt.clone(), 0));
    }

    @Test
    void theRandomNumbersArePinned() {
        SplitMix random = new SplitMix(42);
        assertThat(random.next()).isEqualTo(0.7415648787718233);
        assertThat(random.next()).isEqualTo(0.1599103928769201);
    }

    @Test
    void theLikeliestComeFirstWithTheirLogProbabilities() {
        assertThat(FOUR.logSum()).isCloseTo(0, within(1e-6));
        assertThat(Likeliest.logprob(FOUR, 1, FOUR.logSum())).isCloseTo(Math.log(0.25), within(1e-6));
    }

    private static Set<Integer> drawn(Chance chance) {
        Sampler sampler = new Sampler(chance, 3);
        Set<Integer> seen = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            seen.add(sampler.draw(FOUR));
        }
        return seen;
    }
}
