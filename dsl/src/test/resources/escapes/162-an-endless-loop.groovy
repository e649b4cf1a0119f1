// resources: tries an endless loop.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { while (true) { }; true }.into jsonl('rows')
