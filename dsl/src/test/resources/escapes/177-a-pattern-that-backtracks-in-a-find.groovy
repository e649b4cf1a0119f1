// resources: tries a pattern that backtracks in a find.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('a' * 60 + '!').find('(a|aa)+$') != null }.into jsonl('rows')
