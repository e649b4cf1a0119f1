// resources: tries a number of great scale.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { 1e999999999 + 1 > 0 }.into jsonl('rows')
