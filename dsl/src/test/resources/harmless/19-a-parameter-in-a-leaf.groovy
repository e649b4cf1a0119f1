// Harmless: a parameter in a leaf.
@Param(help = 'least length', min = 0, max = 100) int least = 3
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.size() >= least }.into jsonl('rows')
