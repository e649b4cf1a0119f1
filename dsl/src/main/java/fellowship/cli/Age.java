package fellowship.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 12h}, {@code 30d} and {@code 8w}. */
final class Age implements ITypeConverter<Duration> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,5}) *([hdw])");
    private static final Map<String, Long> HOURS = Map.of("h", 1L, "d", 24L, "w", 7 * 24L);

    @Override
    public Duration convert(String text) {
        Matcher age = AGE.matcher(text.toLowerCase(Locale.ROOT));
        if (!age.matches()) {
            throw new TypeConversionException("'" + text + "' is no age; write 12h, 30d or 8w");
        }
        return Duration.ofHours(Long.parseLong(age.group(1)) * HOURS.getOrDefault(age.group(2), 1L));
    }
}
