// Harmless: an elvis.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (it.prompt ?: "none") != "none" }.into jsonl('rows')
