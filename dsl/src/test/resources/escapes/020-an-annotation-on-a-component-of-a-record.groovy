// compile-time code: tries an annotation on a component of a record.
record Task(@groovy.transform.ASTTest(value = { new File('@FILE@').text = 'x' }) String id) {}
