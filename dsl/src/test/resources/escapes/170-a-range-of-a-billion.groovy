// resources: tries a range of a billion.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (1..2000000000).size() > 0 }.into jsonl('rows')
