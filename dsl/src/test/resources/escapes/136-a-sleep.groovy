// threads and hooks: tries a sleep.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { sleep(60000); true }.into jsonl('rows')
