// method pointers: tries a lambda in the place of a leaf.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter(x -> new File('@FILE@').createNewFile()).into jsonl('rows')
