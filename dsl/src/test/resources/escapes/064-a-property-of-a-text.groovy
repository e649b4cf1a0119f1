// dynamic names: tries a property of a text.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { 'x'.class.forName('fellowship.script.EscapeCanary') != null }.into jsonl('rows')
