// reflection: tries the class loader of the thread.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { Thread.currentThread().contextClassLoader.loadClass('fellowship.script.EscapeCanary') != null }.into jsonl('rows')
