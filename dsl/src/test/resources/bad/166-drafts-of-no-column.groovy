record Task(String id, String prompt) {}
read(Task, 'x').drafts('promt').into jsonl('out')
