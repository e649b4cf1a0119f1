// dynamic names: tries a spread of properties.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ['x']*.class*.classLoader != null }.into jsonl('rows')
