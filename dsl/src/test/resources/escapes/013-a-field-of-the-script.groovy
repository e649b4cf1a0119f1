// compile-time code: tries a field of the script.
@groovy.transform.Field def f = new File('@FILE@').createNewFile()
