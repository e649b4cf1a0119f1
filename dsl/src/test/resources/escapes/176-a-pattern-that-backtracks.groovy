// resources: tries a pattern that backtracks.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('a' * 40 + 'b') ==~ /(a+)+c/ }.into jsonl('rows')
