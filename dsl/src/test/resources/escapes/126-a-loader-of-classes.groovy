// evaluation: tries a loader of classes.
new GroovyClassLoader().parseClass('class A {}')
