// Harmless: rounding.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (it.prompt.size() / 3).round(1) > 0 && Math.max(1, it.prompt.size()) > 0 }.into jsonl('rows')
