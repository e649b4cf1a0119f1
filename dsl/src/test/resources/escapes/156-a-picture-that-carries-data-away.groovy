// process, file, network: tries a picture that carries data away.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}'; image 'http://127.0.0.1:@PORT@/{{prompt}}' }
read(Task, 'sample.jsonl').generate(w).into jsonl('rows')
