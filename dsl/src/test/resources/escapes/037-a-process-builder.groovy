// constructors: tries a process builder.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new ProcessBuilder('touch', '@FILE@').start() != null }.into jsonl('rows')
