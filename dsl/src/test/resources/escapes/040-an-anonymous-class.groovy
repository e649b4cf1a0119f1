// constructors: tries an anonymous class.
def x = new Object() { { new File('@FILE@').createNewFile() } }
