package fellowship.model.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model file in the GGUF format. Its head is read when it is opened and every number in it is checked against the
 * size of the file; a file that does not add up ends in a {@link GgufException}, whatever its bytes.
 */
final class Gguf implements AutoCloseable {

    private static final int MAGIC = 0x46554747;
    private static final int MOST_TENSORS = 20_000;
    private static final int DEFAULT_ALIGNMENT = 32;

    private final FileChannel file;
    private final GgufMetadata metadata;
    private final Map<String, Tensor> tensors;

    private Gguf(FileChannel file, GgufMetadata metadata, Map<String, Tensor> tensors) {
        this.file = file;
        this.metadata = metadata;
        this.tensors = tensors;
    }

    static Gguf open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return read(file);
        } catch (GgufException e) {
            file.close();
            throw new GgufException(path.getFileName() + " cannot be used: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Gguf read(FileChannel file) throws IOException {
        GgufCursor cursor = new GgufCursor(file);
        if (cursor.readInt() != MAGIC) {
            throw new GgufException("it is not a GGUF file");
        }
        int version = cursor.readInt();
        if (version != 2 && version != 3) {
            throw new GgufException("GGUF version " + version + " is not read here, only 2 and 3");
        }
        int tensorCount = cursor.readCount("tensors", 24);
        int keyCount = cursor.readCount("keys", 13);
        if (tensorCount > MOST_TENSORS) {
            throw new GgufException("the file has " + tensorCount + " tensors, more than " + MOST_TENSORS);
        }
        GgufMetadata metadata = GgufMetadata.read(cursor, keyCount);
        Tensor[] found = new Tensor[tensorCount];
        for (int i = 0; i < tensorCount; i++) {
            found[i] = tensor(cursor);
        }
        long alignment = metadata.has("general.alignment")
                ? metadata.needInt("general.alignment", 1, 1 << 20)
                : DEFAULT_ALIGNMENT;
        long data = (cursor.position() + alignment - 1) / alignment * alignment;
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Tensor tensor : found) {
            if (tensor.start() > file.size() - data - tensor.bytes()) {
                throw new GgufException("it ends before the tensor " + tensor.name() + " does; it was cut");
            }
            Tensor placed =
                    new Tensor(tensor.name(), tensor.type(), tensor.columns(), tensor.rows(), data + tensor.start());
            if (tensors.put(placed.name(), placed) != null) {
                throw new GgufException("the tensor " + placed.name() + " is there twice");
            }
        }
        return new Gguf(file, metadata, tensors);
    }

    private static Tensor tensor(GgufCursor cursor) throws IOException {
        String name = cursor.readText();
        int dimensions = cursor.readInt();
        if (dimensions < 1 || dimensions > 4) {
            throw new GgufException("the tensor " + name + " has " + dimensions + " dimensions");
        }
        long columns = size(name, cursor.readLong());
        long rows = 1;
        for (int i = 1; i < dimensions; i++) {
            rows = size(name, rows * size(name, cursor.readLong()));
        }
        TensorType type = TensorType.of(name, cursor.readInt());
        long start = cursor.readLong();
        if (columns % type.blockNumbers() != 0 || columns * rows > Integer.MAX_VALUE - 64 || start < 0) {
            throw new GgufException("the tensor " + name + " has a shape or a place that cannot be");
        }
        return new Tensor(name, type, (int) columns, (int) rows, start);
    }

    private static long size(String name, long size) {
        if (size < 1 || size > Integer.MAX_VALUE - 64) {
            throw new GgufException("the tensor " + name + " has a dimension of " + size);
        }
        return size;
    }

    GgufMetadata metadata() {
        return metadata;
    }

    boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new GgufException("the file has no tensor " + name);
        }
        return tensor;
    }

    /** The bytes of some rows. Safe to call from several threads. */
    ByteBuffer rows(Tensor tensor, int from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tensor.rowBytes(), count))
                .order(ByteOrder.LITTLE_ENDIAN);
        long at = tensor.start() + (long) tensor.rowBytes() * from;
        while (bytes.hasRemaining()) {
            int read = file.read(bytes, at + bytes.position());
            if (read <= 0) {
                throw new GgufException("the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    /** A whole tensor of one row. */
    float[] vector(String name, int length) throws IOException {
        Tensor tensor = tensor(name).shaped(1, length);
        float[] numbers = new float[length];
        Dequantizer.numbers(tensor.type(), rows(tensor, 0, 1), 0, numbers, 0, length);
        return numbers;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
