record Task(String id, String prompt) {}
record Best(String id, String promt) {}
def one = include('drafts') {
    input read(Task, 'tasks.jsonl')
    input 'Tusk', read(Task, 'more.jsonl')
    write 'critique'
}
one.output('pair').into dpo('pairs')
one.output('critiques').into critiques('said')
one.rows(Best, 'best').into jsonl('best')
