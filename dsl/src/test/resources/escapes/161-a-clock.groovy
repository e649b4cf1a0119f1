// process, file, network: tries a clock.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new Date().time > 0 }.into jsonl('rows')
