// constructors: tries a static field of a record.
record Task(String id, String prompt) { static x = new File('@FILE@').createNewFile() }
read(Task, 'sample.jsonl').into jsonl('rows')
