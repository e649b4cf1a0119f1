// process, file, network: tries a prompt from above the folder.
record Task(String id, String prompt) {}
def w = agent('w') { prompt file('../bad/01-block-word-typo.txt') }
read(Task, 'sample.jsonl').generate(w).into jsonl('rows')
