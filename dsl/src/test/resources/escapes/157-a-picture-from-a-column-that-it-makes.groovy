// process, file, network: tries a picture from a column that it makes.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}'; image '{{id}}' }
read(Task, 'sample.jsonl').map(Task) { new Task('/home/me/secret.png', it.prompt) }.generate(w).into jsonl('rows')
