package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileAppearsWhenItIsCommittedAndNotBefore() throws Exception {
        Path path = folder.resolve("pairs/train.jsonl");
        try (WholeFile file = WholeFile.create(path)) {
            file.out().write(bytes("one\n"));
            file.out().flush();
            assertThat(path).doesNotExist();
            file.out().write(bytes("two\n"));
            assertThat(file.size()).isEqualTo(8);
            file.commit();
            assertThat(path).hasContent("one\ntwo\n");
        }
        assertThat(path).hasContent("one\ntwo\n");
        assertThat(names(path.getParent())).containsExactly("train.jsonl");
    }

    @Test
    void withoutACommitNothingHasHappened() throws Exception {
        Path path = Files.writeString(folder.resolve("a"), "before");
        try (WholeFile file = WholeFile.create(path)) {
            file.out().write(bytes("after"));
        }
        assertThat(path).hasContent("before");
        assertThat(names(folder)).containsExactly("a");
    }

    @Test
    void aBodyThatFailsLeavesNothing() throws Exception {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a"), out -> {
                    out.write(1);
                    throw new IOException("no more input");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no more input");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void longContentComesOutAsItWentIn() throws Exception {
        byte[] content = new byte[1_000_003];
        new java.util.SplittableRandom(5).nextBytes(content);
        WholeFile.write(folder.resolve("a"), out -> {
            out.write(content, 0, 70_001);
            for (int i = 70_001; i < 200_000; i++) {
                out.write(content[i]);
            }
            out.write(content, 200_000, content.length - 200_000);
        });
        assertThat(Files.readAllBytes(folder.resolve("a"))).isEqualTo(content);
    }

    @Test
    void whatAnInterruptedRunLeftIsSwept() throws Exception {
        Files.writeString(folder.resolve("train.jsonl.partial"), "half");
        Files.writeString(folder.resolve("train.jsonl"), "whole");
        assertThat(WholeFile.sweep(folder)).containsExactly(folder.resolve("train.jsonl.partial"));
        assertThat(names(folder)).containsExactly("train.jsonl");
        assertThat(WholeFile.sweep(folder.resolve("not there"))).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "");
        assertThatThrownBy(() -> WholeFile.create(file.resolve("b/c")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining(file.resolve("b").toString());
        Files.createDirectory(folder.resolve("d.partial"));
        assertThatThrownBy(() -> WholeFile.create(folder.resolve("d")))
                .isInstanceOf(DiskException.class)
                .hasMessageStartingWith("cannot write " + folder.resolve("d.partial"));
    }

    @Test
    void anInterruptedThreadStillWritesItsFile() {
        Thread.currentThread().interrupt();
        WholeFile.write(folder.resolve("a"), out -> out.write(bytes("x")));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("a")).hasContent("x");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
        }
    }
}
