package fellowship.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 5usd}, {@code $5} and {@code 5.50}. */
final class Dollars implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        String number = text.toLowerCase(java.util.Locale.ROOT).replaceAll("^\\$|\\s*usd$", "");
        if (!number.matches("\\d{1,9}(\\.\\d+)?")) {
            throw new TypeConversionException("'" + text + "' is no amount of dollars; write 5usd or 0.50usd");
        }
        return Double.valueOf(number);
    }
}
