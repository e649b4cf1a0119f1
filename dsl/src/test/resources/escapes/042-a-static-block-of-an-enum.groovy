// constructors: tries a static block of an enum.
enum E { A; static { new File('@FILE@').createNewFile() } }
def x = E.A
