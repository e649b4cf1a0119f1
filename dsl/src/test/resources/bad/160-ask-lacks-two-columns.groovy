record Task(String id, String prompt) {}
record Solved(String id, String thought, String answer) {}
def solver = agent('solver') { prompt '{{prompt}}' }
read(Task, 'x').ask(Solved, solver).into jsonl('out')
