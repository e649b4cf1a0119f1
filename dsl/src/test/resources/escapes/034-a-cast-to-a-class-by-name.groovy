// casts and coercions: tries a cast to a class by name.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('java.lang.Runtime' as Class).getRuntime() != null }.into jsonl('rows')
