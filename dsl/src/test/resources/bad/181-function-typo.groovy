record Task(String id, String prompt) {}
read(Task, 'x').filter { wrods(it.prompt) > 2 }.into jsonl('out')
