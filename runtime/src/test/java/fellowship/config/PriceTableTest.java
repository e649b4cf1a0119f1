package fellowship.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final String OPENAI = "https://api.openai.com/v1";

    @Test
    void everyPriceHasASourceAndADate() {
        assertThat(PriceTable.standard().lines()).hasSizeGreaterThan(10).allSatisfy(line -> {
            assertThat(line.date()).matches("20\\d\\d-[01]\\d");
            assertThat(line.source()).isNotBlank();
            assertThat(line.input()).isPositive();
            assertThat(line.output()).isGreaterThan(line.input());
        });
    }

    @Test
    void aDatedEditionCostsWhatItsModelCosts() {
        assertThat(PriceTable.standard().find(OPENAI, "gpt-4o-mini")).contains(new Price(0.15, 0.60));
        assertThat(PriceTable.standard().find(OPENAI, "gpt-4o-mini-2024-07-18")).contains(new Price(0.15, 0.60));
    }

    @Test
    void anEditionWithAPriceOfItsOwnCostsThat() {
        assertThat(PriceTable.standard().find(OPENAI, "gpt-4o-2024-05-13")).contains(new Price(5, 15));
        assertThat(PriceTable.standard().find(OPENAI, "gpt-4o-2024-08-06")).contains(new Price(2.5, 10));
    }

    @Test
    void everyPriceSaysWhatItWasComparedWith() {
        assertThat(PriceTable.standard().lines())
                .allSatisfy(line -> assertThat(line.checked()).matches("(page|others), .*20\\d\\d"));
    }

    @Test
    void aModelOfTheSameNameElsewhereHasNoKnownPrice() {
        assertThat(PriceTable.standard().find("https://elsewhere.example/v1", "gpt-4o-mini"))
                .isEmpty();
        assertThat(PriceTable.standard().find("", "gpt-4o-mini")).isEmpty();
    }

    @Test
    void anotherModelOfTheFamilyHasNoKnownPrice() {
        assertThat(PriceTable.standard().find(OPENAI, "gpt-4o-mini-audio-preview"))
                .isEmpty();
    }
}
