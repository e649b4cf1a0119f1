// resources: tries an inject that doubles a list.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (1..60).inject([1]) { l, i -> l + l }.size() > 0 }.into jsonl('rows')
