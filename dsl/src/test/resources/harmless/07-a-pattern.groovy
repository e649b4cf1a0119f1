// Harmless: a pattern.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt ==~ /(?s).*[a-z]+.*/ }.into jsonl('rows')
