// evaluation: tries a shell.
new GroovyShell().evaluate('new File("@FILE@").createNewFile()')
