// constructors: tries constants of an enum that run.
enum E { A; E() { new File('@FILE@').createNewFile() } }
def x = E.A
