package fellowship.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads an {@link AnswerFile} answer by answer. What is damaged is left out and counted, and where the rest cannot be
 * read the file ends early; a wrong answer is never given.
 */
final class AnswerReader implements AutoCloseable {

    /** Who may be asked by more agents and judges than this is no run of ours. */
    private static final int MOST_MODELS = 10_000;

    private final DataInputStream in;
    private final MessageDigest content;
    private final Map<String, String> models;
    private long answers;
    private long damaged;
    private boolean ended;
    private boolean whole;

    /** One answer, and the request that it is for. */
    record Answer(RequestKey key, CompletionRecord record) {}

    private AnswerReader(DataInputStream in, MessageDigest content, Map<String, String> models) {
        this.in = in;
        this.content = content;
        this.models = models;
    }

    /**
     * Opens a file and reads its head.
     *
     * @throws AnswerFileException when it is another kind of file, or of a format that is not known here
     * @throws DiskException when it cannot be read
     */
    static AnswerReader open(Path path) {
        try {
            InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
            try {
                return open(path, raw);
            } catch (IOException | RuntimeException e) {
                raw.close();
                throw e;
            }
        } catch (EOFException | ZipException e) {
            throw new AnswerFileException(path + " is damaged at its start: get it again");
        } catch (IOException e) {
            throw DiskException.of("cannot read", path, e);
        }
    }

    private static AnswerReader open(Path path, InputStream raw) throws IOException {
        String magic = new String(raw.readNBytes(AnswerFile.MAGIC.length()), StandardCharsets.ISO_8859_1);
        StringBuilder format = new StringBuilder();
        for (int next = raw.read(); next != '\n' && next >= 0 && format.length() < 12; next = raw.read()) {
            format.append((char) next);
        }
        if (!magic.equals(AnswerFile.MAGIC)) {
            throw new AnswerFileException(
                    path + " holds no exported answers: 'fellowship cache export' makes such files");
        }
        if (!format.toString().equals(Integer.toString(AnswerFile.FORMAT))) {
            throw new AnswerFileException(path + " has format " + format + ", this fellowship reads format "
                    + AnswerFile.FORMAT + ": use the fellowship that wrote it, or have it exported again");
        }
        MessageDigest content = RequestKey.sha256();
        DataInputStream in = new DataInputStream(new DigestInputStream(new GZIPInputStream(raw, 1 << 16), content));
        return new AnswerReader(in, content, models(in));
    }

    private static Map<String, String> models(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_MODELS) {
            throw new EOFException("no run has " + count + " models");
        }
        Map<String, String> models = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            models.put(name, text(in));
        }
        return models;
    }

    private static String text(DataInputStream in) throws IOException {
        int mark = in.readInt();
        byte[] block = bytes(in, mark & ~ByteWriter.UTF_16);
        ByteBuffer framed = ByteBuffer.allocate(4 + block.length).putInt(mark).put(block);
        return new ByteReader(framed.flip()).text();
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > AnswerFile.LONGEST) {
            throw new EOFException("no record has " + length + " bytes");
        }
        byte[] block = in.readNBytes(length);
        if (block.length < length) {
            throw new EOFException("the file ends within a record");
        }
        return block;
    }

    /** The next answer that is what was written; nothing at the end, or where the rest is lost. */
    Optional<Answer> next() {
        while (!ended) {
            try {
                int kind = in.readUnsignedByte();
                if (kind != AnswerFile.ANSWER) {
                    ended = true;
                    whole = kind == AnswerFile.END && isEnd();
                    continue;
                }
                RequestKey key = RequestKey.of(bytes(in, RequestKey.LENGTH));
                Optional<CompletionRecord> record = CompletionRecord.open(key, bytes(in, in.readInt()));
                if (record.isPresent()) {
                    answers++;
                    return Optional.of(new Answer(key, record.get()));
                }
                damaged++;
            } catch (IOException e) {
                ended = true; // Deflate cannot be taken up again after a break.
            }
        }
        return Optional.empty();
    }

    private boolean isEnd() throws IOException {
        boolean all = in.readLong() == answers + damaged;
        byte[] expected = content.digest();
        return all && Arrays.equals(expected, bytes(in, expected.length)) && in.read() < 0;
    }

    Map<String, String> models() {
        return models;
    }

    long damaged() {
        return damaged;
    }

    boolean whole() {
        return whole;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
