// dynamic names: tries a name of a method in a text without holes.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { 'touch @FILE@'.'execute'() != null }.into jsonl('rows')
