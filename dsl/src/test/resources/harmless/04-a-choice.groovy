// Harmless: a choice.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.isEmpty() ? false : true }.into jsonl('rows')
