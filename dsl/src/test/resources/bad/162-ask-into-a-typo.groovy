record Task(String id, String prompt) {}
def writer = agent('writer') { prompt '{{prompt}}' }
read(Task, 'x').ask(into: 'promt', Task, writer).into jsonl('out')
