record Task(String id, String prompt) {}
def again = include('self') { input read(Task, 'sample.jsonl') }
again.output('pairs').into dpo('pairs')
