// Harmless: a test of the length of a text.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.size() > 3 }.into jsonl('rows')
