// constructors: tries a trait with a body.
trait T { def x = new File('@FILE@').createNewFile() }
class A implements T {}
new A()
