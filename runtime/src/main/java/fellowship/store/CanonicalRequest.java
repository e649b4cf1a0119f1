package fellowship.store;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.chat.ReplySchema;
import fellowship.chat.Sampling;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which a request is digested. Every field has a place and every text its length, so that two
 * different requests never give the same bytes. A change here makes every journal and cache miss: raise
 * {@link #VERSION} with it.
 */
final class CanonicalRequest {

    static final int VERSION = 1;

    private CanonicalRequest() {}

    static byte[] bytes(ChatRequest request) {
        ByteWriter out = new ByteWriter().u8(VERSION);
        out.text(request.model().provider()).text(request.model().model());
        out.i32(request.messages().size());
        request.messages().forEach(message -> message(out, message));
        sampling(out, request.sampling());
        out.flag(request.schema().isPresent());
        request.schema().ifPresent(schema -> schema(out, schema));
        return out.i32(request.draw()).toBytes();
    }

    private static void message(ByteWriter out, Message message) {
        out.text(message.role().word()).i32(message.parts().size());
        for (Part part : message.parts()) {
            if (part instanceof Part.Text text) {
                out.u8('t').text(text.text());
            } else if (part instanceof Part.Image image) {
                out.u8('i').text(image.url());
            }
        }
    }

    private static void sampling(ByteWriter out, Sampling sampling) {
        number(out, sampling.temperature());
        number(out, sampling.topP());
        out.i32(sampling.maxTokens());
        out.i32(sampling.stop().size());
        sampling.stop().forEach(out::text);
        OptionalInt top = sampling.topLogprobs();
        out.flag(top.isPresent()).i32(top.orElse(0));
    }

    private static void number(ByteWriter out, OptionalDouble value) {
        out.flag(value.isPresent()).f64(value.orElse(0));
    }

    private static void schema(ByteWriter out, ReplySchema schema) {
        value(out.text(schema.name()), schema.schema());
    }

    /** The order of a map's entries counts: the schema is sent in it, and a model writes its fields in it. */
    private static void value(ByteWriter out, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            out.u8('m').i32(map.size());
            map.forEach((name, inner) -> value(out.text(String.valueOf(name)), inner));
        } else if (value instanceof List<?> list) {
            out.u8('l').i32(list.size());
            list.forEach(inner -> value(out, inner));
        } else if (value instanceof String text) {
            out.u8('s').text(text);
        } else if (value instanceof Number number) {
            out.u8('n').text(number.toString());
        } else if (value instanceof Boolean flag) {
            out.u8('b').flag(flag);
        } else if (value == null) {
            out.u8('0');
        } else {
            throw new IllegalArgumentException("a schema holds maps, lists, texts, numbers and booleans, not "
                    + value.getClass().getName());
        }
    }
}
