// compile-time code: tries a memoized closure parameter of a transform.
@groovy.transform.Memoized
def f() { new File('@FILE@').createNewFile() }
f()
