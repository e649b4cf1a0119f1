// process, file, network: tries rows from above the folder.
record Task(String id, String prompt) {}
read(Task, '../escapes/sample.jsonl/../../bad').into jsonl('rows')
