package fellowship.model.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys and values at the head of a model file. Values are Long, Double, Boolean, String, {@code List<String>} or double[]. */
final class GgufMetadata {

    private static final int MOST_KEYS = 10_000;
    private static final int TEXT = 8;
    private static final int ARRAY = 9;

    private final Map<String, Object> values;

    private GgufMetadata(Map<String, Object> values) {
        this.values = values;
    }

    static GgufMetadata read(GgufCursor cursor, int count) throws IOException {
        if (count > MOST_KEYS) {
            throw new GgufException("the file has " + count + " keys, more than " + MOST_KEYS);
        }
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = cursor.readText();
            int type = cursor.readInt();
            values.put(key, type == ARRAY ? array(cursor, key) : scalar(cursor, type, key));
        }
        return new GgufMetadata(values);
    }

    private static Object scalar(GgufCursor cursor, int type, String key) throws IOException {
        return switch (type) {
            case 0 -> (long) (cursor.readByte() & 0xff);
            case 1 -> (long) cursor.readByte();
            case 2 -> (long) (cursor.readShort() & 0xffff);
            case 3 -> (long) cursor.readShort();
            case 4 -> cursor.readInt() & 0xffffffffL;
            case 5 -> (long) cursor.readInt();
            case 6 -> (double) Float.intBitsToFloat(cursor.readInt());
            case 7 -> cursor.readByte() != 0;
            case TEXT -> cursor.readText();
            case 10, 11 -> cursor.readLong();
            case 12 -> Double.longBitsToDouble(cursor.readLong());
            default -> throw new GgufException("the key " + key + " has the unknown type " + type);
        };
    }

    private static Object array(GgufCursor cursor, String key) throws IOException {
        int type = cursor.readInt();
        if (type == TEXT) {
            int count = cursor.readCount("texts in " + key, 8);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                texts.add(cursor.readText());
            }
            return texts;
        }
        if (type == ARRAY) {
            throw new GgufException("the key " + key + " holds a list of lists");
        }
        int count = cursor.readCount("values in " + key, bytes(type));
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            Object value = scalar(cursor, type, key);
            numbers[i] = value instanceof Number number ? number.doubleValue() : value == Boolean.TRUE ? 1 : 0;
        }
        return numbers;
    }

    private static int bytes(int type) {
        return switch (type) {
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 10, 11, 12 -> 8;
            default -> 1;
        };
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> as(key, String.class, value));
    }

    String needText(String key) {
        return text(key).orElseThrow(() -> new GgufException("the file has no " + key));
    }

    Optional<Double> number(String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> as(key, Number.class, value).doubleValue());
    }

    /** A whole number that must be there and lie between two bounds. */
    int needInt(String key, int least, int most) {
        double value = number(key).orElseThrow(() -> new GgufException("the file has no " + key));
        if (!(value >= least && value <= most) || value != Math.rint(value)) {
            throw new GgufException(key + " must be " + least + " to " + most + ", was " + value);
        }
        return (int) value;
    }

    Optional<Boolean> flag(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> as(key, Boolean.class, value));
    }

    @SuppressWarnings("unchecked")
    List<String> needTexts(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new GgufException("the file has no " + key);
        }
        return (List<String>) as(key, List.class, value);
    }

    Optional<double[]> numbers(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> as(key, double[].class, value));
    }

    private static <T> T as(String key, Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new GgufException(key + " is not of the kind that it should be");
        }
        return type.cast(value);
    }
}
