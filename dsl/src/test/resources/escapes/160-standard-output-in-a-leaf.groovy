// process, file, network: tries standard output in a leaf.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { println(it.id); true }.into jsonl('rows')
