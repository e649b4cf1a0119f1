record Task(String id, String prompt) {}
record Part(String id) {}
read(Task, 'x').explode(Part) { new Part(it.id) }.into jsonl('out')
