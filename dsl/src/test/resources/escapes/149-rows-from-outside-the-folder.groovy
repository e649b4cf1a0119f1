// process, file, network: tries rows from outside the folder.
record Task(String id, String prompt) {}
read(Task, '/etc/passwd').into jsonl('rows')
