// metaclass: tries another delegate of a closure.
def c = { new File('@FILE@').createNewFile() }
c.delegate = 'x'
c()
