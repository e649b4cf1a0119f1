// Harmless: a prompt from a file beside the script.
record Task(String id, String prompt) {}
def w = agent('w') { prompt file('writer.prompt.md') }
read(Task, 'sample.jsonl').generate(w).into jsonl('rows')
