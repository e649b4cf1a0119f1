// constructors: tries an interface with a default method.
interface I { default x() { new File('@FILE@').createNewFile() } }
