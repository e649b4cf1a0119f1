// metaclass: tries a category.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { use(org.codehaus.groovy.runtime.ProcessGroovyMethods) { 'touch @FILE@'.execute() } != null }.into jsonl('rows')
