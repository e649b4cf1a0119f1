// process, file, network: tries a prompt from outside the folder.
record Task(String id, String prompt) {}
def w = agent('w') { prompt file('/etc/hostname') }
read(Task, 'sample.jsonl').generate(w).into jsonl('rows')
