// process, file, network: tries the text of a file.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { new File('/etc/hostname').text == '' }.into jsonl('rows')
