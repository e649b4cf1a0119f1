// casts and coercions: tries a component of a record of a coercible type.
record Task(String id, File file) {}
read(Task, 'sample.jsonl').filter { it.file.exists() }.into jsonl('rows')
