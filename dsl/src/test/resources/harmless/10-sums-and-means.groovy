// Harmless: sums and means.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { def sizes = it.prompt.split(' ').collect { it.size() }; sizes.sum() > 1 }.into jsonl('rows')
