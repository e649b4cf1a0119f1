// dynamic names: tries an assignment to a property.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.metaClass = null; true }.into jsonl('rows')
