// evaluation: tries evaluate.
evaluate('new File("@FILE@").createNewFile()')
