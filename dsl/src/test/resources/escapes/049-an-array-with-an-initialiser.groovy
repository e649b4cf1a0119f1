// constructors: tries an array with an initialiser.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new File[] { new File('@FILE@') }[0].createNewFile() }.into jsonl('rows')
