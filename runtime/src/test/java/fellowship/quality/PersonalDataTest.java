package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email | Write to jane.doe+news@mail.doe-and-sons.biz today.
            email | Schreiben Sie an jürgen@müller.de.
            iban | Konto DE89 3704 0044 0532 0130 00 bei der Bank
            iban | GB82WEST12345698765432
            iban | FR1420041010050500013M02606, merci
            card | My card is 4111 1111 1111 1111.
            card | 5500-0055-5555-5559
            phone | Call +49 30 901820 before noon.
            phone | Ruf mich an: 030 / 901 820 11
            phone | (415) 867-5309
            phone | Tel. 415-867-5309
            phone | Appelez le +33 1 42 68 53 00.
            ip | The server at 93.184.216.34 answered.
            ip | 2a00:1450:4001:0831:0000:0000:0000:200e
            """)
    void whatTellsOfAPersonIsNamed(String kind, String text) {
        assertThat(PersonalData.in(text)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to jane@example.com or root@localhost.",
                "@jane said so, and 3 @ 5 EUR each.",
                "DE89 3704 0044 0532 0130 01 has a wrong checksum.",
                "4111 1111 1111 1112 has a wrong last digit.",
                "0000 0000 0000 0000",
                "In 1998 there were 12,345,678 people; by 2008, 14.000.000.",
                "Call (212) 555-0142 in the film.",
                "pi is 3.14159265358979 and e is 2.718281828459045",
                "The loopback is 127.0.0.1, the router 192.168.1.1, the manual says 192.0.2.7.",
                "Upgrade to version 10.4.12.1 of it, then v2.3.4.5.",
                "ISBN 978-3-16-148410-0 and 2024-05-17 12:30:00",
                "999.999.999.999 is no address",
                "电话会议在2024年5月17日举行。"
            })
    void otherNumbersAndExamplesPass(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }
}
