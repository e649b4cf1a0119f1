// casts and coercions: tries a list cast to a file.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (['@FILE@'] as File).createNewFile() }.into jsonl('rows')
