// stolen results: tries another text of a record.
record Task(String id, String prompt) { String toString() { new File('@FILE@').createNewFile() } }
read(Task, 'sample.jsonl').filter { "${it}" != '' }.into jsonl('rows')
