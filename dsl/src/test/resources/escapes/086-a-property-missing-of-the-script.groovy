// metaclass: tries a property missing of the script.
def propertyMissing(String name) { new File('@FILE@').createNewFile() }
foo
