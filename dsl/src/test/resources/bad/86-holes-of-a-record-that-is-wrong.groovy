record Task(String id, Thread worker) {}
def writer = agent('writer') { prompt '{{prompt}}' }
read(Task, 'x').generate(writer).into sft('out')
read(Task, 'y').map(String) { 'x' }.into jsonl('again')
seed 1
