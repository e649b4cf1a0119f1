// compile-time code: tries an extension of the type checker.
@groovy.transform.CompileStatic(extensions = ['fellowship.script.EscapeCanary'])
class A {}
