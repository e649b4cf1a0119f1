// metaclass: tries the metaclass of the script.
this.metaClass.read = { Object... a -> new File('@FILE@').createNewFile() }
