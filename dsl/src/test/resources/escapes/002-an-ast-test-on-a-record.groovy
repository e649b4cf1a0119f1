// compile-time code: tries an AST test on a record.
@groovy.transform.ASTTest(phase = CONVERSION, value = { new File('@FILE@').text = 'x' })
record Task(String id, String prompt) {}
