// Harmless: a local variable and a return.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { def n = it.prompt.split(' ').size(); if (n < 2) { return false }; return n < 100 }.into jsonl('rows')
