// casts and coercions: tries a map cast to an interface.
def c = [call: { new File('@FILE@').createNewFile() }] as java.util.concurrent.Callable
c.call()
