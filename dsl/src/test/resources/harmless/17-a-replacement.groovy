// Harmless: a replacement.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.replaceAll('[?]', '').replace('a', 'b').trim() != '' }.into jsonl('rows')
