// dynamic names: tries an assignment to a variable of the script.
def x = 1
x = new File('@FILE@').createNewFile()
