package fellowship.cli;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as people write and read them: {@code 500MB}, {@code 2GB}; a kB has 1,000 bytes. */
final class Bytes implements ITypeConverter<Long> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?) *([kmgt]?)b?");
    private static final Map<String, Double> UNITS = Map.of("", 1.0, "k", 1e3, "m", 1e6, "g", 1e9, "t", 1e12);

    @Override
    public Long convert(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException("'" + text + "' is no size; write 500MB or 2GB");
        }
        return (long) (Double.parseDouble(size.group(1)) * UNITS.getOrDefault(size.group(2), 1.0));
    }

    /** 950 B, 31.2 kB, 4.5 MB, 1.2 GB */
    static String show(long bytes) {
        String[] units = {"kB", "MB", "GB", "TB"};
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double value = bytes / 1e3;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1e3;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
