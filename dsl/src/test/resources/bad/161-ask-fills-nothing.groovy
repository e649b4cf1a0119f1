record Task(String id, String prompt) {}
record Reply(String answer) {}
record Solved(String id, String anwser) {}
def solver = agent('solver', Reply) { prompt '{{prompt}}' }
read(Task, 'x').ask(Solved, solver).into jsonl('out')
