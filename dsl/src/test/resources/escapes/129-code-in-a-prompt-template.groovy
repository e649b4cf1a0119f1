// evaluation: tries code in a prompt template.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '''${new File("@FILE@").createNewFile()} {{prompt}}''' }
read(Task, 'sample.jsonl').generate(w).into jsonl('rows')
