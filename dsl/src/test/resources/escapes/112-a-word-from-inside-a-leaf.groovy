// reflection: tries a word from inside a leaf.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { read(Task, 'x.jsonl') != null }.into jsonl('rows')
