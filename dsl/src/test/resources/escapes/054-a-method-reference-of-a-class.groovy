// method pointers: tries a method reference of a class.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { [1].any(System::exit) }.into jsonl('rows')
