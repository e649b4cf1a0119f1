package fellowship.script.read;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words take a record's class. A record that is data has none, and gets a mark in its place: a hidden copy of
 * {@link RecordMark} that only says which record it stands for. Its bytes are ours and the same for all; nothing of a script
 * goes into them.
 */
public final class RecordMarks {

    private static final String FIELD = "data";

    private RecordMarks() {}

    static Class<?> of(RecordData data) {
        try (InputStream in = RecordMark.class.getResourceAsStream("RecordMark.class")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks RecordMark");
            }
            Class<?> mark = MethodHandles.lookup()
                    .defineHiddenClass(in.readAllBytes(), true)
                    .lookupClass();
            field(mark).set(null, data);
            return mark;
        } catch (IOException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record that a class stands for; nothing for any other class. */
    public static Optional<RecordData> data(Class<?> type) {
        if (!type.isHidden() || !type.getName().startsWith(RecordMark.class.getName() + "/")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable((RecordData) field(type).get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a value of a record that is data. */
    public static RecordValue value(RecordData data, @Nullable Object[] values) {
        return new RecordValue(data, Arrays.asList(values));
    }

    private static Field field(Class<?> mark) {
        try {
            return mark.getDeclaredField(FIELD);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
