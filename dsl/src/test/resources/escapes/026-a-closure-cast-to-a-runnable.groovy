// casts and coercions: tries a closure cast to a runnable.
def r = { new File('@FILE@').createNewFile() } as Runnable
r.run()
