// casts and coercions: tries a map cast to a class with setters.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ([x: 1] as java.util.logging.FileHandler) != null }.into jsonl('rows')
