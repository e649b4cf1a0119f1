// process, file, network: tries rows from a default outside the folder.
@Param Path p = '/etc/passwd'
record Task(String id, String prompt) {}
read(Task, p).into jsonl('rows')
