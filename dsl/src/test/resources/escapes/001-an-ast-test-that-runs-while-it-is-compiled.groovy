// compile-time code: tries an AST test that runs while it is compiled.
@groovy.transform.ASTTest(value = { new File('@FILE@').text = 'x' })
class A {}
