// metaclass: tries a curried closure.
def c = { a, b -> new File(a).createNewFile() }
c.curry('@FILE@').call(1)
