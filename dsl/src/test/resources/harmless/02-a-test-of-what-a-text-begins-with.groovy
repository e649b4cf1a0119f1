// Harmless: a test of what a text begins with.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.startsWith('W') || it.prompt.toLowerCase().contains('sky') }.into jsonl('rows')
