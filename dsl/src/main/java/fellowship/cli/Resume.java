package fellowship.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that goes on with a run: the same again. */
final class Resume {

    private Resume() {}

    /** @param words of the command line; the command's own name may be among them */
    static String line(List<String> words, String command) {
        Stream<String> whole =
                words.contains(command) ? words.stream() : Stream.concat(Stream.of(command), words.stream());
        return "fellowship " + whole.map(Resume::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
