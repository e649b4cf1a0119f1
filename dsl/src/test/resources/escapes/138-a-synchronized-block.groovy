// threads and hooks: tries a synchronized block.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { synchronized (it) { true } }.into jsonl('rows')
