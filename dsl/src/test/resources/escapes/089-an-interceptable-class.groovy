// metaclass: tries an interceptable class.
class A implements GroovyInterceptable { def invokeMethod(String n, a) { new File('@FILE@').createNewFile() } }
new A().x()
