// process, file, network: tries a socket.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new Socket('127.0.0.1', @PORT@) != null }.into jsonl('rows')
