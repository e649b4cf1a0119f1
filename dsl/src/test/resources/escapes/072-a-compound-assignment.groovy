// dynamic names: tries a compound assignment.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { def x = 1; x += 'touch @FILE@'.execute().pid(); x > 0 }.into jsonl('rows')
