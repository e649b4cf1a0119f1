// Harmless: words that are counted.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.tokenize().findAll { word -> word.size() > 3 }.collect { word -> word.toLowerCase() }.toSet().size() >= 1 }.into jsonl('rows')
