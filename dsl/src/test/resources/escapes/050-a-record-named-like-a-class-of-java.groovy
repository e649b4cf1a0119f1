// constructors: tries a record named like a class of java.
record File(String id) {}
read(File, 'sample.jsonl').filter { new File('@FILE@').createNewFile() }.into jsonl('rows')
