// reflection: tries the words that the compiler writes.
def x = $param('x', String)
