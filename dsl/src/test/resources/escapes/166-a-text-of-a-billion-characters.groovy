// resources: tries a text of a billion characters.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('a' * 1500000000).size() > 0 }.into jsonl('rows')
