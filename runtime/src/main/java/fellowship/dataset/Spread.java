package fellowship.dataset;

/** The least, the middle and the greatest of some numbers; of an even count the median is the mean of the middle two. */
public record Spread(double least, double median, double greatest) {}
