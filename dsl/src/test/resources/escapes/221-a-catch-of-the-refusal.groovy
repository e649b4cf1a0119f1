// stolen results: tries a catch of the refusal.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { try { 'x'.execute() } catch (Throwable t) { true } }.into jsonl('rows')
