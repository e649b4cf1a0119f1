package fellowship.quality;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses, phone numbers, IBANs with a right checksum (ISO 13616), card numbers with a right last digit (Luhn) and
 * public IP addresses. What is kept free for examples (example.com, 192.0.2.0/24, 555-01xx) and private networks are no
 * person's. Names and postal addresses are not looked for.
 */
public final class PersonalData {

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\w.+-])[\\w.+-]{1,64}@((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,24})(?![\\w-])",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern EXAMPLE =
            Pattern.compile("(?:.*\\.)?(?:example\\.(?:com|org|net|edu)|(?:.*\\.)?(?:example|invalid|test|localhost))");
    private static final Pattern IBAN = Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}(?![A-Z0-9])");
    private static final Pattern CARD = Pattern.compile("(?<![\\d.-])[2-6]\\d{3}(?:[ -]?\\d){9,15}(?![\\d-])");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w+.-])(?:"
            + "(?:\\+|00)[1-9]\\d{0,2}[ ./-]?(?:\\(0?\\d{1,4}\\)[ ./-]?)?\\d{1,5}(?:[ ./-]?\\d{2,5}){1,4}"
            + "|\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}|\\d{3}[.-]\\d{3}[.-]\\d{4}"
            + "|0\\d{2,4}[ /-]{1,3}\\d{3,4}(?:[ -]?\\d{2,4}){1,2})(?![\\w-])");
    private static final Pattern FICTION =
            Pattern.compile("\\D*(?:\\d{3}\\D*)?555\\D?01\\d\\d|(?:\\+?1\\D*)\\d{3}\\D*555\\D?01\\d\\d");
    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\w.])(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\w.]*\\d)");
    private static final Pattern IPV6 = Pattern.compile(
            "(?<![\\w:])(?!2001:0?db8|fe80|f[cd])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\\w:])",
            Pattern.CASE_INSENSITIVE);

    /** Of IBANs by country, as the registry of SWIFT has them. */
    private static final Map<String, Integer> LENGTHS =
            lengths("AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28"
                    + "CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28"
                    + "LC32LI21LT20LU20LV21MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27"
                    + "ST25SV28TL23TN24TR26UA29VA22VG24XK20");

    private static final BigInteger MOD = BigInteger.valueOf(97);

    private PersonalData() {}

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (int i = 0; i < table.length(); i += 4) {
            lengths.put(table.substring(i, i + 2), Integer.parseInt(table.substring(i + 2, i + 4)));
        }
        return lengths;
    }

    /** The first kind found: {@code email}, {@code iban}, {@code card}, {@code phone} or {@code ip}. */
    public static Optional<String> in(String text) {
        if (EMAIL.matcher(text).results().anyMatch(found -> !EXAMPLE.matcher(
                        found.group(1).toLowerCase(Locale.ROOT))
                .matches())) {
            return Optional.of("email");
        }
        if (IBAN.matcher(text).results().anyMatch(found -> iban(found.group()))) {
            return Optional.of("iban");
        }
        if (CARD.matcher(text).results().anyMatch(found -> luhn(found.group()))) {
            return Optional.of("card");
        }
        if (PHONE.matcher(text).results().anyMatch(found -> phone(found.group()))) {
            return Optional.of("phone");
        }
        return ip(text) ? Optional.of("ip") : Optional.empty();
    }

    /** As long as the country's are; letters count 10 to 35, the first four characters go last, the number modulo 97 is 1. */
    private static boolean iban(String found) {
        String all = found.replace(" ", "");
        int length = LENGTHS.getOrDefault(all.substring(0, 2), 0);
        if (length == 0 || all.length() < length) {
            return false;
        }
        String plain = all.substring(0, length);
        StringBuilder digits = new StringBuilder();
        for (char c : (plain.substring(4) + plain.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        return new BigInteger(digits.toString()).mod(MOD).intValue() == 1;
    }

    private static boolean luhn(String found) {
        String digits = found.replaceAll("\\D", "");
        if (digits.length() < 13
                || digits.length() > 19
                || digits.chars().distinct().count() < 3) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    private static boolean phone(String found) {
        int digits = found.replaceAll("\\D", "").length();
        return digits >= 8 && digits <= 15 && !FICTION.matcher(found).matches();
    }

    private static boolean ip(String text) {
        Matcher found = IPV4.matcher(text);
        while (found.find()) {
            int a = Integer.parseInt(found.group(1));
            int b = Integer.parseInt(found.group(2));
            int c = Integer.parseInt(found.group(3));
            boolean valid = a <= 255 && b <= 255 && c <= 255 && Integer.parseInt(found.group(4)) <= 255;
            if (valid && isPublic(a, b, c) && !version(text, found.start())) {
                return true;
            }
        }
        return IPV6.matcher(text).find();
    }

    /** RFC 1918, 5737 and 6890. */
    private static boolean isPublic(int a, int b, int c) {
        boolean nobody = a < 10 || a == 10 || a == 127 || a >= 224 || a == 169 && b == 254;
        boolean inside = a == 172 && b >= 16 && b < 32 || a == 192 && b == 168 || a == 100 && b >= 64 && b < 128;
        boolean shown =
                a == 192 && b == 0 && c == 2 || a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113;
        return (!nobody || a > 0 && a < 10) && !inside && !shown;
    }

    /** Whether the number follows a word for a version. */
    private static boolean version(String text, int start) {
        String before = text.substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT);
        return before.matches("(?s).*(?:version|release|build|ver\\.?|\\bv\\.?)\\s*");
    }
}
