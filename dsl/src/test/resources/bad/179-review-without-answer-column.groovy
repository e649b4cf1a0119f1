record Task(String id, String prompt) {}
def writer = agent('writer') { prompt '{{prompt}}' }
def critic = agent('critic') { prompt '{{anser}}' }
read(Task, 'x').generate(writer).review(critic).into critiques('out')
