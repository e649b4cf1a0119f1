// reflection: tries a service loader.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ServiceLoader.load(fellowship.script.EscapeCanary).iterator().hasNext() }.into jsonl('rows')
