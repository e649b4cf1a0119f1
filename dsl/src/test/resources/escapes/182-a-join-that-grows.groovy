// resources: tries a join that grows.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (1..10000).collect { 'a' * 1000 }.join('b' * 1000).size() > 0 }.into jsonl('rows')
