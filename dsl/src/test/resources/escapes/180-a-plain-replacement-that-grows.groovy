// resources: tries a plain replacement that grows.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('a' * 200000).replace('a', 'b' * 200000).size() > 0 }.into jsonl('rows')
