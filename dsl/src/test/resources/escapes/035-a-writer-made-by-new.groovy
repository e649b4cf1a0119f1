// constructors: tries a writer made by new.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new FileWriter('@FILE@') != null }.into jsonl('rows')
