// reflection: tries a method handle.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { java.lang.invoke.MethodHandles.lookup().findStatic(System, 'gc', null) != null }.into jsonl('rows')
