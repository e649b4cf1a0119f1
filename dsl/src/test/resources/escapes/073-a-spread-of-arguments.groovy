// dynamic names: tries a spread of arguments.
record Task(String id, String prompt) {}
read(*[Task, 'sample.jsonl']).into jsonl('rows')
