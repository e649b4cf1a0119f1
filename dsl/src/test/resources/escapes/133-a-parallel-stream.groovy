// threads and hooks: tries a parallel stream.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { [1].parallelStream().anyMatch { true } }.into jsonl('rows')
