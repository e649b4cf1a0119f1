// constructors: tries a method of a record.
record Task(String id, String prompt) { boolean ok() { new File('@FILE@').createNewFile() } }
read(Task, 'sample.jsonl').filter { it.ok() }.into jsonl('rows')
