package fellowship.script;

import fellowship.plan.Parameter;
import fellowship.plan.SourcePosition;
import fellowship.script.ScriptText.Extent;
import fellowship.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A compiled script as bytes: content, then the SHA-256 of all of it. What the file is called is not among them, so that a
 * script that is moved is found again; the text is not either, since whoever asks has it.
 */
final class ScriptBytes {

    private static final int DIGEST = 32;

    private ScriptBytes() {}

    static byte[] of(CompiledScript script) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(whole)) {
            write(script, out);
            out.flush();
            out.write(Sha256.digest().digest(whole.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Memory does not refuse.
        }
        return whole.toByteArray();
    }

    /** Nothing where a single bit is not as it was written. */
    static Optional<CompiledScript> read(ScriptText text, byte[] bytes) {
        if (bytes.length < DIGEST) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, bytes.length - DIGEST);
        byte[] sealed = java.util.Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length);
        if (!MessageDigest.isEqual(digest.digest(), sealed)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(read(text, in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void write(CompiledScript script, DataOutputStream out) throws IOException {
        text(script.main(), out);
        text(script.helpers(), out);
        out.writeInt(script.classes().size());
        for (Map.Entry<String, byte[]> type : script.classes().entrySet()) {
            text(type.getKey(), out);
            out.writeInt(type.getValue().length);
            out.write(type.getValue());
        }
        out.writeInt(script.extents().size());
        for (Map.Entry<String, Extent> extent : script.extents().entrySet()) {
            text(extent.getKey(), out);
            out.writeInt(extent.getValue().line());
            out.writeInt(extent.getValue().column());
            out.writeInt(extent.getValue().lastLine());
            out.writeInt(extent.getValue().lastColumn());
        }
        out.writeInt(script.sites().size());
        for (Map.Entry<String, SourcePosition> site : script.sites().entrySet()) {
            text(site.getKey(), out);
            place(site.getValue(), out);
        }
        out.writeInt(script.parameters().size());
        for (Parameter parameter : script.parameters()) {
            write(parameter, out);
        }
    }

    private static CompiledScript read(ScriptText text, DataInputStream in) throws IOException {
        String main = text(in);
        String helpers = text(in);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(text(in), in.readNBytes(in.readInt()));
        }
        Map<String, Extent> extents = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            extents.put(text(in), new Extent(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        Map<String, SourcePosition> sites = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sites.put(text(in), place(text, in));
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parameters.add(parameter(text, in));
        }
        return new CompiledScript(text, main, classes, extents, sites, helpers, parameters);
    }

    private static void write(Parameter parameter, DataOutputStream out) throws IOException {
        text(parameter.name(), out);
        text(parameter.type(), out);
        text(parameter.help(), out);
        out.writeBoolean(parameter.fallback().isPresent());
        text(parameter.fallback().orElse(""), out);
        number(parameter.min(), out);
        number(parameter.max(), out);
        out.writeInt(parameter.oneOf().size());
        for (String value : parameter.oneOf()) {
            text(value, out);
        }
        place(parameter.at(), out);
    }

    private static Parameter parameter(ScriptText text, DataInputStream in) throws IOException {
        String name = text(in);
        String type = text(in);
        String help = text(in);
        boolean given = in.readBoolean();
        String fallback = text(in);
        OptionalDouble min = number(in);
        OptionalDouble max = number(in);
        List<String> oneOf = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            oneOf.add(text(in));
        }
        return new Parameter(
                name, type, help, given ? Optional.of(fallback) : Optional.empty(), min, max, oneOf, place(text, in));
    }

    private static void number(OptionalDouble number, DataOutputStream out) throws IOException {
        out.writeBoolean(number.isPresent());
        out.writeDouble(number.orElse(0));
    }

    private static OptionalDouble number(DataInputStream in) throws IOException {
        boolean given = in.readBoolean();
        double number = in.readDouble();
        return given ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static void place(SourcePosition at, DataOutputStream out) throws IOException {
        out.writeInt(at.line());
        out.writeInt(at.column());
    }

    private static SourcePosition place(ScriptText text, DataInputStream in) throws IOException {
        return new SourcePosition(text.file(), in.readInt(), in.readInt());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
