// casts and coercions: tries a parenthesised cast to a class.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ((File) ['@FILE@']).createNewFile() }.into jsonl('rows')
