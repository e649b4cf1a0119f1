// dynamic names: tries a static call of a class.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { System.setProperty('fellowship.escape', 'x') == null }.into jsonl('rows')
