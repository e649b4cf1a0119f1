// threads and hooks: tries a finalizer.
class A { void finalize() { new File('@FILE@').createNewFile() } }
new A()
