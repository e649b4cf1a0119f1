// Harmless: a list of allowed values.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.id in ['q1', 'q2'] && it.id !in ['q3'] }.into jsonl('rows')
