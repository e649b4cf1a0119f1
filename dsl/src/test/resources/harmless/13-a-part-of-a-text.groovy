// Harmless: a part of a text.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt[0..2].size() == 3 && it.prompt[-1] != ' ' && it.prompt.take(5).size() <= 5 }.into jsonl('rows')
