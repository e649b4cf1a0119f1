package fellowship.script;

/** A class that nothing but an escape would load: it says so. */
public final class EscapeCanary {

    static {
        System.setProperty("fellowship.escape", "a class was loaded");
    }

    private EscapeCanary() {}
}
