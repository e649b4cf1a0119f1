// compile-time code: tries a transform by its full name on a variable.
@groovy.transform.ASTTest(value = { new File('@FILE@').text = 'x' })
def x = 1
