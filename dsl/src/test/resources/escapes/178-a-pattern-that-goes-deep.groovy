// resources: tries a pattern that goes deep.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('ab' * 100000) ==~ /(a|b)*/ }.into jsonl('rows')
