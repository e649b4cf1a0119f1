// process, file, network: tries a model at an address of its own.
record Task(String id, String prompt) {}
def w = agent('w') { model 'http://127.0.0.1:@PORT@/v1#x'; prompt '{{prompt}}' }
read(Task, 'sample.jsonl').generate(w).into jsonl('rows')
