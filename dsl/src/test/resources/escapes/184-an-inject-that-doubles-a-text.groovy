// resources: tries an inject that doubles a text.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (1..60).inject('a') { s, i -> s + s }.size() > 0 }.into jsonl('rows')
