// casts and coercions: tries a default parameter of a closure.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { [1].any { x, FileOutputStream o = ['@FILE@'] -> true } }.into jsonl('rows')
