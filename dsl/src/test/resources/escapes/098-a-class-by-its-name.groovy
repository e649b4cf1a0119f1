// reflection: tries a class by its name.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { Class.forName('fellowship.script.EscapeCanary') != null }.into jsonl('rows')
