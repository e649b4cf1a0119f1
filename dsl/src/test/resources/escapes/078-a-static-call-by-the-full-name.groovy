// dynamic names: tries a static call by the full name.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { java.lang.System.setProperty('fellowship.escape', 'x') == null }.into jsonl('rows')
