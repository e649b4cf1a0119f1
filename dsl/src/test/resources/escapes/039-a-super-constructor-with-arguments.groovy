// constructors: tries a super constructor with arguments.
class A extends FileOutputStream { A() { super('@FILE@') } }
new A()
