// compile-time code: tries a log transform with an expression.
@groovy.util.logging.Log(value = 'x')
class A { }
