// dynamic names: tries a name of a method in a text.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.id."${'exe' + 'cute'}"() != null }.into jsonl('rows')
