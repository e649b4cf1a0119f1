// threads and hooks: tries a wait.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.wait(); true }.into jsonl('rows')
