// reflection: tries the unsafe.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { Class.forName('sun.misc.Unsafe').declaredFields[0].get(null) != null }.into jsonl('rows')
