// resources: tries a recursion.
def f() { f() }
f()
