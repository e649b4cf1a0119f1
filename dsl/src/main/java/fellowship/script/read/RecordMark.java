package fellowship.script.read;

import org.jspecify.annotations.Nullable;

/** What stands for a record where a word takes a class: a hidden copy of this class for each, always the same bytes. */
final class RecordMark {

    static @Nullable RecordData data;

    private RecordMark() {}
}
