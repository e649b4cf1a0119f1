package fellowship.model.embedded;

import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import fellowship.model.embedded.JsonShape.Fixed;
import fellowship.model.embedded.JsonShape.Items;
import fellowship.model.embedded.JsonShape.Parts;
import fellowship.model.embedded.JsonShape.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is JSON of a given shape, whatever the model would rather say. It keeps enough tokens back to write what
 * is still fixed, so it is whole even when they run out; then it says that it was cut.
 */
final class JsonReply implements Reply {

    private final Pen pen;
    private final int most;
    private final int comma;
    private final int bracket;
    private final Deque<Place> places = new ArrayDeque<>();
    private ValueForm.@Nullable Filling filling;
    private boolean isCut;

    JsonReply(JsonShape shape, Pen pen, int most) {
        this.pen = pen;
        this.most = most;
        if (shape.floor() > most) {
            throw new SchemaException("a reply of this schema can take " + shape.floor() + " tokens, and " + most
                    + " are allowed; raise maxTokens");
        }
        comma = mark(',');
        bracket = mark(']');
        places.push(new Place(shape));
    }

    private int mark(char mark) {
        return pen.vocabulary()
                .ofBytes(new byte[] {(byte) mark}, 0, 1)
                .orElseThrow(() -> new SchemaException("the vocabulary of this model cannot write JSON"));
    }

    @Override
    public int[] opening() {
        advance(null);
        return pen.fresh();
    }

    @Override
    public int[] next(Logits logits) {
        advance(logits);
        return pen.fresh();
    }

    /** Goes on until the model has to be asked. Logits are good for one choice. */
    private void advance(@Nullable Logits given) {
        Logits logits = given;
        while (filling != null || !places.isEmpty()) {
            if (pen.hasFresh()) {
                logits = null;
            }
            ValueForm.Filling now = filling;
            if (now != null) {
                if (logits == null || !fill(now, logits)) {
                    return;
                }
                filling = null;
                continue;
            }
            Place place = places.element();
            if (place.shape instanceof Items items) {
                if (isOpen(items, place.done) && logits == null) {
                    return;
                }
                repeat(items, place, logits);
            } else {
                descend(place);
            }
        }
    }

    /** Whether the value is whole. */
    private boolean fill(ValueForm.Filling now, Logits logits) {
        int spare = spare();
        boolean isWhole = now.step(logits, pen, spare);
        isCut |= spare <= 0 && now instanceof TextForm.Text;
        return isWhole;
    }

    private void descend(Place place) {
        if (place.shape instanceof Fixed fixed) {
            pen.force(fixed.tokens());
            places.pop();
        } else if (place.shape instanceof Slot slot) {
            filling = slot.form().start();
            places.pop();
        } else if (place.shape instanceof Parts parts) {
            if (place.done == parts.parts().size()) {
                places.pop();
            } else {
                places.push(new Place(parts.parts().get(place.done++)));
            }
        }
    }

    /** Whether the model may choose between one more item and the end. */
    private boolean isOpen(Items items, int done) {
        return done >= items.least() && done < items.most() && spare() >= items.more();
    }

    private void repeat(Items items, Place place, @Nullable Logits logits) {
        boolean goesOn = place.done < items.least();
        if (isOpen(items, place.done) && logits != null) {
            // Before the first item a comma cannot come: anything but the bracket starts one.
            goesOn = place.done == 0
                    ? !startsWithBracket(pen.draw(logits))
                    : pen.draw(logits, new int[] {comma, bracket}, 2) == comma;
        }
        if (!goesOn) {
            places.pop();
            return;
        }
        if (place.done++ > 0) {
            pen.force(items.comma().tokens());
        }
        places.push(new Place(items.item()));
    }

    private boolean startsWithBracket(int token) {
        byte[] bytes = pen.vocabulary().bytes(token);
        return bytes.length > 0 && bytes[0] == ']';
    }

    /** Tokens that are not needed for what must still come. */
    private int spare() {
        int needed = 0;
        for (Place place : places) {
            needed = JsonShape.plus(needed, place.rest());
        }
        return most - pen.written() - needed;
    }

    @Override
    public boolean isDone() {
        return filling == null && places.isEmpty();
    }

    @Override
    public String text() {
        return pen.text(0);
    }

    @Override
    public Finish finish() {
        return isCut ? Finish.LENGTH : Finish.COMPLETE;
    }

    @Override
    public int written() {
        return pen.written();
    }

    @Override
    public List<TokenLogprob> logprobs() {
        return pen.logprobs();
    }

    /** Where the writing stands within a shape. */
    private static final class Place {

        final JsonShape shape;
        int done;

        Place(JsonShape shape) {
            this.shape = shape;
        }

        int rest() {
            if (shape instanceof Parts parts) {
                return new Parts(parts.parts().subList(done, parts.parts().size())).floor();
            }
            if (shape instanceof Items items) {
                return JsonShape.times(Math.max(0, items.least() - done), items.more());
            }
            return shape.floor();
        }
    }
}
