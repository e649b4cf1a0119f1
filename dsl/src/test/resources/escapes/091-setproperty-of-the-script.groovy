// metaclass: tries setProperty of the script.
setProperty('x', new File('@FILE@').createNewFile())
