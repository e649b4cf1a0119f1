package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DesignEffectTest {

    @Test
    void independentUnitsHaveNone() {
        DesignEffect effect = new DesignEffect();
        effect.add(1, 1, 30);
        effect.add(0, 1, 70);

        assertThat(effect.value()).isEqualTo(1);
    }

    @Test
    void groupsThatAgreeTellAsMuchAsTheirNumber() {
        DesignEffect effect = new DesignEffect();
        effect.add(3, 3, 20);
        effect.add(0, 3, 20);

        assertThat(effect.value()).isCloseTo(3, within(1e-12));
    }

    @Test
    void twoOrdersThatBalanceEachOtherLeaveTheRuleOfThree() {
        DesignEffect effect = new DesignEffect();
        effect.add(1, 2, 200);

        assertThat(effect.value()).isEqualTo(4.0 / 200);
        Interval interval = Wilson.of(200, 400, effect.value(), 0.95);
        assertThat(interval.high() - 0.5).isBetween(0.005, 0.01);
    }

    /** Hits 2 of 2, 1 of 2, 0 of 1: the share is 3/5, the residuals 0.8, −0.2, −0.6; 1.04 / (0.24 · 5). */
    @Test
    void aRatioOfSumsIsWorkedByHand() {
        DesignEffect effect = new DesignEffect();
        effect.add(2, 2, 10);
        effect.add(1, 2, 10);
        effect.add(0, 1, 10);
        effect.add(0, 0, 10);

        assertThat(effect.value()).isCloseTo(1.04 / 1.2, within(1e-12));
    }

    @Test
    void whereAllHitAGroupCountsOnce() {
        DesignEffect effect = new DesignEffect();
        effect.add(2, 2, 50);

        assertThat(effect.value()).isEqualTo(2);
        assertThat(Wilson.of(100, 100, 2, 0.95)).isEqualTo(Wilson.of(50, 50));
    }

    @Test
    void oneGroupOrNoneSaysNothing() {
        DesignEffect effect = new DesignEffect();
        assertThat(effect.value()).isEqualTo(1);
        effect.add(1, 2);
        assertThat(effect.value()).isEqualTo(1);
        assertThatThrownBy(() -> effect.add(3, 2)).hasMessageContaining("3.0 of 2.0 is no share");
    }
}
