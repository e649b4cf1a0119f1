// Harmless: a find of a pattern.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.find(/[A-Z]\w+/) != null }.into jsonl('rows')
