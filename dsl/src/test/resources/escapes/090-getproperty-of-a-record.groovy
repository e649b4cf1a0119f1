// metaclass: tries getProperty of a record.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.getProperty('class') != null }.into jsonl('rows')
