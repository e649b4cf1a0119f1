record Task(String id, String prompt) {}
record Solved(String id, String answer) {}
def solver = agent('solver') { prompt '{{promt}}' }
read(Task, 'x').ask(Solved, solver).into jsonl('out')
