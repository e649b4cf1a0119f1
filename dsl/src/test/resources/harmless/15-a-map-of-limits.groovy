// Harmless: a map of limits.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { [q1: 5, q2: 10].getOrDefault(it.id, 7) > 0 }.into jsonl('rows')
