// casts and coercions: tries a typed local variable in a leaf.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { FileOutputStream o = ['@FILE@']; o != null }.into jsonl('rows')
