// resources: tries a power of a number.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { 9 ** 999999999 > 0 }.into jsonl('rows')
