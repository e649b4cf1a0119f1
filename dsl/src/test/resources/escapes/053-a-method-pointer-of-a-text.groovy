// method pointers: tries a method pointer of a text.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('touch @FILE@'.&execute)() != null }.into jsonl('rows')
