// Harmless: a text with values in it.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { "${it.id}: ${it.prompt}".size() > 4 }.into jsonl('rows')
