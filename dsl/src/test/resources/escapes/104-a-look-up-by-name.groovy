// reflection: tries a look-up by name.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new javax.naming.InitialContext().lookup('ldap://127.0.0.1:@PORT@/x') != null }.into jsonl('rows')
