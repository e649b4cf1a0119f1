// stolen results: tries a change of the rows that it is given.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.id.value[0] = 'x'; true }.into jsonl('rows')
