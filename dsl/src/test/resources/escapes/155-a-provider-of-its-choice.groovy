// process, file, network: tries a provider of its choice.
record Task(String id, String prompt) {}
def w = agent('w') { model 'openai:gpt-4o'; prompt '{{prompt}}' }
read(Task, 'sample.jsonl').generate(w).into jsonl('rows')
