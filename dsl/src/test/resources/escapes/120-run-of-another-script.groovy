// evaluation: tries run of another script.
run(new File('x.groovy'))
