// evaluation: tries a slurper of configuration.
new ConfigSlurper().parse('x = new File("@FILE@").createNewFile()')
