// stolen results: tries another equals of a record.
record Task(String id, String prompt) { boolean equals(Object o) { new File('@FILE@').createNewFile() } }
read(Task, 'sample.jsonl').filter { it == it }.into jsonl('rows')
