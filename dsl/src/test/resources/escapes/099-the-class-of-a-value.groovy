// reflection: tries the class of a value.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.id.getClass().forName('fellowship.script.EscapeCanary') != null }.into jsonl('rows')
