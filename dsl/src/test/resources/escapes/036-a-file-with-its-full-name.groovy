// constructors: tries a file with its full name.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new java.io.File('@FILE@').createNewFile() }.into jsonl('rows')
