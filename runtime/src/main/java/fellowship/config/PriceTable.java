package fellowship.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Known prices of a few models, each with its source and date, for runs with a budget where the operator set no price.
 * They are data: {@code prices.json}. A dated edition of a model ({@code gpt-4o-mini-2024-07-18}) costs what the model
 * costs, unless it has a line of its own; any other model of the same family has no known price.
 */
public final class PriceTable {

    /** A date, or {@code latest}, at the end of a model's name. */
    private static final Pattern EDITION = Pattern.compile("-(\\d{4}-\\d{2}-\\d{2}|\\d{8}|latest)$");

    private static final PriceTable STANDARD = read();

    private final List<Line> lines;

    private PriceTable(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * One price.
     *
     * @param host where the model is served; the same model elsewhere may cost anything
     * @param model its name without a date
     * @param input US dollars for a million input tokens
     * @param output US dollars for a million output tokens
     * @param source who says so
     * @param date when, year and month
     * @param checked what it was last compared with and when: the provider's own {@code page}, or only what
     *     {@code others} say of it
     */
    public record Line(
            String host, String model, double input, double output, String source, String date, String checked) {}

    private record Content(String about, List<Line> prices) {}

    /** The table that comes with the product. */
    public static PriceTable standard() {
        return STANDARD;
    }

    public List<Line> lines() {
        return lines;
    }

    /** The price of a model at a base URL, where it is known. */
    public Optional<Price> find(String url, String model) {
        String name = EDITION.matcher(model).replaceFirst("");
        return host(url).flatMap(host -> line(host, model).or(() -> line(host, name)));
    }

    private Optional<Price> line(String host, String name) {
        return lines.stream()
                .filter(line -> line.host().equals(host) && line.model().equals(name))
                .map(line -> new Price(line.input(), line.output()))
                .findFirst();
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static PriceTable read() {
        try (InputStream in = Objects.requireNonNull(PriceTable.class.getResourceAsStream("prices.json"))) {
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when it is no table of prices */
    static PriceTable read(byte[] json) {
        try {
            return new PriceTable(
                    JsonMapper.shared().readValue(json, Content.class).prices());
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("the price table cannot be read", e);
        }
    }
}
