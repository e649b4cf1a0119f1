// resources: tries a replacement that grows.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('a' * 2000).replaceAll('a', 'b' * 100000).size() > 0 }.into jsonl('rows')
