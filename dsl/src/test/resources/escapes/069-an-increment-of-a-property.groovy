// dynamic names: tries an increment of a property.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.id++ != null }.into jsonl('rows')
