// process, file, network: tries the environment.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { System.getenv('PATH') != null }.into jsonl('rows')
