// dynamic names: tries a property that is a class.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.class.classLoader != null }.into jsonl('rows')
