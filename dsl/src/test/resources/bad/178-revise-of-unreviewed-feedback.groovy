record Task(String id, String prompt) {}
def writer = agent('writer') { prompt '{{prompt}}'; revise '{{feedback}}' }
read(Task, 'x').generate(writer).revise(writer).into jsonl('out')
