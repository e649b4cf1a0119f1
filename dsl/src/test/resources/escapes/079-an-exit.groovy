// dynamic names: tries an exit.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { System.exit(3) }.into jsonl('rows')
