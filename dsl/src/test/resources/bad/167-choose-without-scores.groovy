record Task(String id, String prompt) {}
def writer = agent('writer') { prompt '{{prompt}}' }
read(Task, 'x').generate(samples: 2, writer).choose(best).into sft('out')
