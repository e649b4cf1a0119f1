// Harmless: numbers in texts.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { '12'.isInteger() && '12'.toInteger() + 1 == 13 && ('3.5' as double) > 3 }.into jsonl('rows')
