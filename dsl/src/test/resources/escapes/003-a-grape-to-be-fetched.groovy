// compile-time code: tries a grape to be fetched.
@Grab('org.example:evil:1.0')
import groovy.transform.Field
