// metaclass: tries a call of a closure variable.
def c = { new File('@FILE@').createNewFile() }
c()
