// compile-time code: tries an alias of a transform.
import groovy.transform.ASTTest as Param
@Param(value = { new File('@FILE@').text = 'x' })
class A {}
