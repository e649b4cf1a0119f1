// Harmless: values from outside a leaf.
def least = 3
def words = ['sky', 'bread']
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.prompt.size() > least && !words.contains(it.id) }.into jsonl('rows')
