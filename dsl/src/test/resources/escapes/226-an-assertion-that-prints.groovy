// stolen results: tries an assertion that prints.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { assert it.id == null; true }.into jsonl('rows')
