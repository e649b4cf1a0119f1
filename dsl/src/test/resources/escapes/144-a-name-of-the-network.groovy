// process, file, network: tries a name of the network.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { InetAddress.getByName('escape.example') != null }.into jsonl('rows')
