// casts and coercions: tries a text cast to a file stream.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('@FILE@' as FileOutputStream) != null }.into jsonl('rows')
