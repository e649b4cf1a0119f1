// resources: tries a range that is collected again and again.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (1..10000).any { a -> (1..10000).any { b -> (1..10000).any { c -> false } } } }.into jsonl('rows')
