// constructors: tries a class with a constructor that runs.
class A { A() { new File('@FILE@').createNewFile() } }
new A()
