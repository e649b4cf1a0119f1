// compile-time code: tries a conditional interrupt that runs a closure.
@groovy.transform.ConditionalInterrupt({ new File('@FILE@').createNewFile() })
import java.util.Map
def x = 1
