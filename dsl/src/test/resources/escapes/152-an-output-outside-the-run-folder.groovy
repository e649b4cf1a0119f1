// process, file, network: tries an output outside the run folder.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').into jsonl('../../x')
