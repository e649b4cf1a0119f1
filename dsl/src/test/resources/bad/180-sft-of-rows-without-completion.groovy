record Task(String id, String prompt) {}
read(Task, 'x').map(Task) { new Task(it.id, it.prompt) }.into sft('out')
