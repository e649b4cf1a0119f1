// process, file, network: tries a process from a list.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ['touch', '@FILE@'].execute() != null }.into jsonl('rows')
