// method pointers: tries a method pointer of a class.
def f = Runtime.&getRuntime
f().exec('touch @FILE@')
