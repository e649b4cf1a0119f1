// Harmless: agents of a list.
record Task(String id, String prompt) {}
def styles = ['plain', 'vivid', 'terse']
def writers = styles.collect { style -> agent(style) { system "Write in a ${style} way."; prompt '{{prompt}}' } }
read(Task, 'sample.jsonl').generate(writers).into jsonl('rows')
