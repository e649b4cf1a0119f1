package fellowship.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes an {@link AnswerFile}. */
final class AnswerWriter {

    private final MessageDigest content = RequestKey.sha256();
    private final DataOutputStream out;
    private long answers;
    private long damaged;

    private AnswerWriter(OutputStream out) {
        this.out = new DataOutputStream(new DigestOutputStream(out, content));
    }

    /** @param query finds key and record of all that is to be written, in the order of the keys */
    static AnswerFile.Written write(Path path, CompletionFile from, String query, Map<String, String> models) {
        MessageDigest whole = RequestKey.sha256();
        try (WholeFile file = WholeFile.create(path)) {
            DigestOutputStream raw = new DigestOutputStream(file.out(), whole);
            raw.write((AnswerFile.MAGIC + AnswerFile.FORMAT + "\n").getBytes(StandardCharsets.US_ASCII));
            GZIPOutputStream zipped = new GZIPOutputStream(raw, 1 << 16);
            AnswerWriter writer = new AnswerWriter(zipped);
            writer.head(models);
            from.read(connection -> writer.answers(connection, query));
            writer.end();
            zipped.finish();
            long bytes = file.size();
            file.commit();
            return new AnswerFile.Written(
                    writer.answers,
                    writer.damaged,
                    bytes,
                    java.util.HexFormat.of().formatHex(whole.digest()));
        } catch (SQLException | IOException e) {
            throw DiskException.of("cannot export to", path, e);
        }
    }

    private void head(Map<String, String> models) throws IOException {
        out.writeInt(models.size());
        for (Map.Entry<String, String> model : models.entrySet()) {
            out.write(
                    new ByteWriter().text(model.getKey()).text(model.getValue()).toBytes());
        }
    }

    private long answers(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                answer(row.getBytes(1), row.getBytes(2));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(byte[] key, byte[] record) throws IOException {
        if (key.length != RequestKey.LENGTH
                || CompletionRecord.open(RequestKey.of(key), record).isEmpty()) {
            damaged++;
            return;
        }
        out.writeByte(AnswerFile.ANSWER);
        out.write(key);
        out.writeInt(record.length);
        out.write(record);
        answers++;
    }

    private void end() throws IOException {
        out.writeByte(AnswerFile.END);
        out.writeLong(answers);
        out.flush();
        out.write(content.digest());
        out.flush();
    }
}
