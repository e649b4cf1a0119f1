// stolen results: tries an exception that carries an object out.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { throw new RuntimeException(it.id) }.into jsonl('rows')
