// dynamic names: tries a computed property.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it["${'cl' + 'ass'}"] != null }.into jsonl('rows')
