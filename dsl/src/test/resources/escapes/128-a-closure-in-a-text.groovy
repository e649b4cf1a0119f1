// evaluation: tries a closure in a text.
def x = "${-> new File('@FILE@').createNewFile()}"
about x
