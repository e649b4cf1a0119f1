// compile-time code: tries a computed default of a parameter.
@Param String s = new File('@FILE@').createNewFile().toString()
