// resources: tries a padding of a billion.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { 'a'.padLeft(2000000000).size() > 0 }.into jsonl('rows')
