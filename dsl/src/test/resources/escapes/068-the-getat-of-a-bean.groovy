// dynamic names: tries the getAt of a bean.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it['class'].classLoader != null }.into jsonl('rows')
