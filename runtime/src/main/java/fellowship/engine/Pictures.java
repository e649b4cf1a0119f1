package fellowship.engine;

/** Makes the address of a picture that a model can be shown: a path becomes a {@code data:} URI, a URL stays. */
@FunctionalInterface
public interface Pictures {

    /** @throws IllegalArgumentException when there is no such picture, with the path */
    String url(String pathOrUrl);
}
