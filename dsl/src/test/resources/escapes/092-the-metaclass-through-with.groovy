// metaclass: tries the metaclass through with.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.with { metaClass } != null }.into jsonl('rows')
