// dynamic names: tries a static import of exit.
import static java.lang.System.setProperty
setProperty('fellowship.escape', 'x')
