package fellowship.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufTest {

    private static final byte[] GOOD = TinyModel.writer("llama").bytes();
    private static final Crew CREW = new Crew(1);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        CREW.close();
    }

    @Test
    void aGoodFileIsRead() throws IOException {
        assertThat(load(GOOD).tokenizer().vocabulary().size()).isEqualTo(265);
    }

    @Test
    void aTruncatedFileIsRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] cut = java.util.Arrays.copyOf(GOOD, i < 64 ? i : random.nextInt(GOOD.length - 32));
            assertThatThrownBy(() -> load(cut))
                    .isInstanceOf(GgufException.class)
                    .hasMessageContaining("file.gguf");
        }
    }

    @Test
    void aDamagedFileIsRefusedOrReadButNothingElse() {
        Random random = new Random(2);
        for (int i = 0; i < 700; i++) {
            byte[] damaged = GOOD.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                int at = random.nextInt(i % 3 == 0 ? 400 : 14_000);
                damaged[at] = (byte) (i % 2 == 0 ? random.nextInt() : damaged[at] ^ (1 << random.nextInt(8)));
            }
            Throwable thrown = catchThrowable(() -> load(damaged));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(GgufException.class);
            }
        }
    }

    @Test
    void aCountThatDoesNotFitIsRefused() {
        for (long count : new long[] {-1, Long.MAX_VALUE, 1L << 40, 1 << 30}) {
            for (int at : new int[] {8, 16}) {
                byte[] wrong = GOOD.clone();
                ByteBuffer.wrap(wrong).order(ByteOrder.LITTLE_ENDIAN).putLong(at, count);
                assertThatThrownBy(() -> load(wrong)).isInstanceOf(GgufException.class);
            }
        }
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertThatThrownBy(() -> load("hello, this is no model".getBytes()))
                .isInstanceOf(GgufException.class)
                .hasMessage("file.gguf cannot be used: it is not a GGUF file");
    }

    @Test
    void aTensorThatOverflowsIsRefused() {
        for (long[] shape : new long[][] {{1L << 62, 4}, {1 << 30, 1 << 30}, {0, 5}, {-1}, {1, 1, 1, 1, 1}}) {
            byte[] wrong =
                    new GgufWriter().tensor("huge", 0, new byte[32], shape).bytes();
            assertThatThrownBy(() -> load(wrong)).isInstanceOf(GgufException.class);
        }
    }

    @Test
    void whatIsNotRunHereIsNamed() {
        assertThatThrownBy(() -> load(
                        new GgufWriter().key("general.architecture", "gemma3").bytes()))
                .hasMessageContaining("tokenizer.ggml.model");
        byte[] base = TinyModel.writer("llama").key("llama.expert_count", 8).bytes();
        assertThatThrownBy(() -> load(base)).hasMessageContaining("a mixture of experts");
        byte[] other = new GgufWriter()
                .tensor("x", 39, new byte[32], 32)
                .key("list", List.of(1, 2))
                .bytes();
        assertThatThrownBy(() -> load(other)).hasMessageContaining("stored in a way (39)");
    }

    @Test
    void moreMemoryThanThereIsIsSaidBeforeItIsTaken() {
        byte[] large = TinyModel.writer("llama").bytes();
        String text = new String(large, java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = text.indexOf("llama.block_count") + "llama.block_count".length() + 4;
        large[at] = 100;
        assertThatThrownBy(() -> load(large)).isInstanceOf(GgufException.class).hasMessageContaining("blk.");
    }

    private LanguageModel load(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file.gguf"), bytes);
        return LanguageModel.read(file, new ScalarKernel(), CREW, 64);
    }
}
