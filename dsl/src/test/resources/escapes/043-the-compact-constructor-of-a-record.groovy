// constructors: tries the compact constructor of a record.
record Task(String id, String prompt) { Task { new File('@FILE@').createNewFile() } }
read(Task, 'sample.jsonl').into jsonl('rows')
