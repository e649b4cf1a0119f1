// dynamic names: tries a field by its attribute.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.@id != null }.into jsonl('rows')
